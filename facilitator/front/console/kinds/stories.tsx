/** Stories of change: as they come in, turned together, and the one that the room picks. */

import { useState } from "preact/hooks";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Counter } from "./Settings";
import { Story } from "./stories/Story";
import { StoryForm } from "./stories/StoryForm";

export const STORIES: KindOfConsole = {
  phases: ["draft", "open", "closed", "revealed", "confirmed"],
  acts: {
    draft: { key: "stories.console.open", verb: "activity.open" },
    open: { key: "stories.console.close", verb: "activity.close" },
    closed: { key: "stories.console.reveal", verb: "activity.reveal" },
    revealed: { key: "stories.console.confirm", verb: "activity.confirm" },
  },
  View: Stories,
};

function Stories({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const [edited, setEdited] = useState<Card | "new" | null>(null);
  const stories = board
    .all("card")
    .filter((card) => card.activity === step.id)
    .sort(byPosition);
  const turned = step.phase === "revealed" || step.phase === "confirmed";
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class="chip info">{t("stories.console.count", { n: stories.length })}</span>
            {step.phase !== "draft" && (
              <span class={turned ? "chip ok" : "chip"}>{t(`stories.console.face_${turned ? "up" : "down"}`)}</span>
            )}
          </>
        }
        tools={
          step.phase !== "draft" && (
            <button type="button" class="btn small" onClick={() => setEdited("new")}>
              {t("stories.console.add")}
            </button>
          )
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        {step.phase === "draft" ? (
          <section class="panel" aria-label={t("console.settings_of_step")}>
            <p>{t("stories.console.hint")}</p>
            <Counter
              label={t("stories.console.most")}
              value={Number(step.settings.stories)}
              least={1}
              most={5}
              set={(n) => void app.act("activity.edit", { activity: step.id, settings: { stories: n } })}
            />
          </section>
        ) : (
          <ul class="c-stories">
            {stories.map((card) => (
              <Story key={card.id} card={card} turned={turned} change={() => setEdited(card)} />
            ))}
          </ul>
        )}
        {step.phase !== "draft" && stories.length === 0 && <p class="empty">{t("stories.console.none")}</p>}
        {turned && stories.length > 1 && <p class="hint">{t("stories.console.vote_hint")}</p>}
      </section>
      {edited && <StoryForm step={step} card={edited === "new" ? null : edited} close={() => setEdited(null)} />}
    </>
  );
}
