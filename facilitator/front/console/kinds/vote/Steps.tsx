/** Show a result in steps, beside the main key that shows it all at once; and what is shown so far. */

import type { Activity } from "../../../../../shared/web/front/records";
import { type PartOfResult, stepsAhead } from "../../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { ResultBoard } from "./ResultBoard";

export function Steps({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const ahead = stepsAhead(step);
  if (!ahead.length) return null;
  const show = (one: string) => void app.act("activity.reveal", { activity: step.id, step: one }, t(`vote.console.shown_${one}`));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <span class="c-steps" role="group" aria-label={t("vote.console.steps")}>
      {ahead.map((one) => (
        <button key={one} type="button" class="btn small" onClick={() => show(one)}>
          {t(`vote.console.step_${one}`)}
        </button>
      ))}
    </span>
  );
}

/** The console sees no more than the room. */
export function Part({ part }: { part: PartOfResult }) {
  const { t } = useApp();
  return (
    <ResultBoard>
      <p class="lead">{t("vote.console.caption", { n: part.cast, of: part.seats, blank: part.blank })}</p>
      <p class="hint">{t(`vote.console.only_${part.rule}`)}</p>
      {part.items && (
        <table class="rtab">
          <caption class="vh">{t("vote.console.step_top")}</caption>
          <tbody>
            {part.items.map((item) => (
              <tr key={item.id}>
                <td class="n">{item.place}.</td>
                <th scope="row">{item.title}</th>
                {item.figure !== undefined && (
                  <td class="n">
                    <b>{item.figure}</b>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ResultBoard>
  );
}
