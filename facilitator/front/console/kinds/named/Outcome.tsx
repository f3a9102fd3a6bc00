/** What a step came to: whether there is a quorum, whether the resolution is adopted. */

import type { Activity, Sector } from "../../../../../shared/web/front/records";
import type { ResolutionResult, RollResult } from "../../../../../shared/web/front/results/named";
import { useApp } from "../../view";

export function Outcome({ step }: { step: Activity }) {
  const { t } = useApp();
  const names = (sectors: readonly Sector[]) => sectors.map((sector) => t(`common.sector.${sector}`)).join(", ");
  if (step.result?.rule === "roll") {
    const { quorate, needed, present, lacking, heavy } = step.result as RollResult;
    const here = Object.values(present).reduce((sum, n) => sum + n, 0);
    return (
      <div class="panel">
        <p class="lead">{t(quorate ? "named.console.roll.quorum" : "named.console.roll.no_quorum", { here, needed })}</p>
        {lacking.length > 0 && <p class="hint">{t("named.console.roll.lacking", { sectors: names(lacking) })}</p>}
        {heavy.length > 0 && <p class="hint">{t("named.console.roll.heavy", { sectors: names(heavy) })}</p>}
      </div>
    );
  }
  if (step.result?.rule === "resolution") {
    const { adopted, counts, majority } = step.result as ResolutionResult;
    const { yes, no, abstain } = counts;
    return (
      <div class="panel">
        <p class="lead">{t(adopted ? "named.console.resolution.adopted" : "named.console.resolution.not_adopted")}</p>
        <p class="hint">
          {t("named.console.resolution.counts", { yes, no, abstain })} {t(`named.console.majority_${majority}`)}
        </p>
      </div>
    );
  }
  return null;
}
