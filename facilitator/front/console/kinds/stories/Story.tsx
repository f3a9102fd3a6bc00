/** One story: its words, what may be told of it, how many hands it had, and whether the room picked it. */

import type { Card } from "../../../../../shared/web/front/records";
import { hideCard } from "../../acts";
import { useApp } from "../../view";
import { Box } from "../evaluation/Box";

interface Props {
  card: Card;
  /** All can read it: now the room may pick. */
  turned: boolean;
  change(): void;
}

export function Story({ card, turned, change }: Props) {
  const app = useApp();
  const { t } = app;
  const story = card.story ?? {};
  const hidden = card.state === "hidden";
  const picked = card.pinned === true;
  const pick = (args: Record<string, unknown>) => app.act("story.pick", { card: card.id, picked, ...args });
  return (
    <li class={`card ${hidden ? "hidden-card" : picked ? "yellow" : "white"} c-story`}>
      <h3 class="tx">{card.text}</h3>
      <p class="chips">
        {picked && <span class="chip ok">{t("stories.console.picked")}</span>}
        {hidden && <span class="chip">{t("stories.console.hidden")}</span>}
        <span class={story.consent === "none" ? "chip wait" : "chip"}>{t(`stories.words.short.${story.consent}`)}</span>
        {story.verify && <span class="chip wait">{t("stories.words.to_verify")}</span>}
      </p>
      <p class="tx">{story.what}</p>
      {story.whom && (
        <p class="tx">
          <b>{t("stories.words.whom")}</b> {story.whom}
        </p>
      )}
      <p class="tx">
        <b>{t("stories.words.why")}</b> {story.why}
      </p>
      <div class="c-story-acts">
        {turned && !hidden && (
          <>
            <button
              type="button"
              class={picked ? "btn small" : "btn small go"}
              aria-label={`${t(picked ? "stories.console.unpick" : "stories.console.pick")}: ${card.text}`}
              onClick={() => void pick({ picked: !picked })}
            >
              {t(picked ? "stories.console.unpick" : "stories.console.pick")}
            </button>
            <Box
              label={`${t("stories.console.hands")}: ${card.text}`}
              hint={t("stories.console.hands")}
              value={story.hands === undefined ? "" : String(story.hands)}
              most={4}
              numeric
              fits={(typed) => /^\d{1,4}$/.test(typed.trim())}
              keep={(typed) => pick({ hands: Number(typed) })}
            />
          </>
        )}
        <button
          type="button"
          class="btn small quiet"
          aria-label={`${t("stories.console.change")}: ${card.text}`}
          onClick={change}
        >
          {t("stories.console.change")}
        </button>
        <button
          type="button"
          class="btn small quiet"
          aria-label={`${t(hidden ? "stories.console.restore" : "stories.console.hide")}: ${card.text}`}
          onClick={() => hideCard(app, card)}
        >
          {t(hidden ? "stories.console.restore" : "stories.console.hide")}
        </button>
      </div>
    </li>
  );
}
