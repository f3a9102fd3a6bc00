/** Before the vote: what it will be about and by which rules. */

import type { Activity } from "../../../../../shared/web/front/records";
import { optionsOf } from "../../../../../shared/web/front/select";
import { Mark, useApp } from "../../view";
import { Counter } from "../Settings";
import { suggestedDots } from "./suggest";

const MANY = 12; // options; more tire people

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const options = optionsOf(app.board, step);
  const suggested = suggestedDots(options.length);
  const dots = Number(step.settings.dots);
  const most = Number(step.settings.most);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <div class="c-board c-draft">
      <section class="panel" aria-label={t("console.settings_of_step")}>
        <Counter
          label={t("dots.console.dots")}
          value={dots}
          least={1}
          most={20}
          hint={t("dots.console.suggested", { n: suggested, options: options.length })}
          set={(n) => set({ dots: n, most: Math.min(most, n) })}
        />
        {dots !== suggested && options.length > 1 && (
          <button type="button" class="btn small" onClick={() => set({ dots: suggested, most: Math.min(most, suggested) })}>
            {t("dots.console.take_suggestion", { n: suggested })}
          </button>
        )}
        <Counter label={t("dots.console.most")} value={most} least={1} most={dots} set={(n) => set({ most: n })} />
        <p class="hint">{t("dots.console.blind")}</p>
      </section>
      {options.length < 2 && <p class="empty">{t("dots.console.too_few")}</p>}
      {options.length > MANY && <p class="chip wait">{t("dots.console.too_many", { n: options.length })}</p>}
      <ul class="opts">
        {options.map((option) => (
          <li key={option.id} class="opt">
            <Mark pictogram={option.pictogram} letter={option.letter || "·"} />
            {option.pictogram && <b class="k">{option.letter}</b>}
            <span class="tx">{option.title}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
