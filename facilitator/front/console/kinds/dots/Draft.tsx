/** Before the vote: how many dots each person has. */

import type { Activity } from "../../../../../shared/web/front/records";
import { optionsOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Counter } from "../Settings";
import { DraftOf } from "../vote/DraftOf";
import { suggestedDots } from "./suggest";

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const options = optionsOf(app.board, step);
  const suggested = suggestedDots(options.length);
  const dots = Number(step.settings.dots);
  const most = Number(step.settings.most);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <DraftOf step={step}>
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
    </DraftOf>
  );
}
