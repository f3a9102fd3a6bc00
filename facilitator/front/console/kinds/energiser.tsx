/** An energiser: chosen from a few, started with one act; the wall tells how it goes and the clock runs. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Choice, Counter } from "./Settings";

const ENERGISERS = ["stretch", "rain", "line", "count", "common", "clap", "draw", "thanks"] as const;

export const ENERGISER: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "energiser.console.open", verb: "activity.open" },
    open: { key: "energiser.console.close", verb: "activity.confirm" },
  },
  View: Energiser,
};

function Energiser({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const which = String(step.settings.which);
  const lasts = Number(step.settings.lasts);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <>
      <Head step={step} chips={<span class="chip info">{t("energiser.console.lasts", { n: lasts })}</span>} />
      <div class="c-board c-draft">
        {step.phase === "draft" ? (
          <section class="panel c-energisers" aria-label={t("console.settings_of_step")}>
            <Counter label={t("energiser.console.minutes")} value={lasts} least={2} most={5} set={(n) => set({ lasts: n })} />
            <Choice
              label={t("energiser.console.which")}
              value={which}
              options={ENERGISERS.map((value) => ({
                value,
                label: t(`energiser.words.${value}.name`),
                hint: value === which ? t(`energiser.words.${value}.how`).replace(/\n/g, " ") : "",
              }))}
              set={(value) => set({ which: value })}
            />
          </section>
        ) : (
          <section class="panel">
            <h3>{t(`energiser.words.${which}.name`)}</h3>
            {t(`energiser.words.${which}.how`)
              .split("\n")
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </section>
        )}
      </div>
    </>
  );
}
