/** Who is done, as a ring; and what is still on phones before the step closes. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";

export function Signals({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const heard = board.signalsOf(step);
  if (!heard) return null;
  const { holds = 0, unsent = 0 } = heard;
  const share = heard.of ? heard.done / heard.of : 0;
  return (
    <>
      {(heard.done > 0 || holds > 0) && (
        <span class="chip c-done">
          <svg viewBox="0 0 110 110" width="16" height="16" aria-hidden="true">
            <circle class="t0" cx="55" cy="55" r="46" />
            <circle class="t1" cx="55" cy="55" r="46" stroke-dasharray={`${share * 289} 289`} />
          </svg>
          {t("console.signals.done", { n: heard.done, of: heard.of })}
        </span>
      )}
      {holds > 0 && <span class="chip">{t("console.signals.holds", { n: holds })}</span>}
      {unsent > 0 && (
        <span class="chip wait" role="status">
          {t(board.get("activity", step.id)?.options.length ? "console.signals.unsent_ballots" : "console.signals.unsent", {
            n: unsent,
          })}
        </span>
      )}
    </>
  );
}
