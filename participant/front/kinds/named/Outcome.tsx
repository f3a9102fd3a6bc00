import type { Activity } from "../../../../shared/web/front/records";
import type { ResolutionResult, RollResult } from "../../../../shared/web/front/results/named";
import { useApp } from "../../view";

/** What a step came to, in a sentence or two. */
export function Outcome({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const { result } = activity;
  if (result?.rule === "roll") {
    const { present, needed, quorate } = result as RollResult;
    const here = Object.values(present).reduce((sum, n) => sum + n, 0);
    return <p class="wait-line">{t(quorate ? "named.phone.roll.quorum" : "named.phone.roll.no_quorum", { here, needed })}</p>;
  }
  if (result?.rule === "resolution") {
    const { adopted, counts } = result as ResolutionResult;
    const { yes, no, abstain } = counts;
    return (
      <p class="wait-line">
        <b>{t(adopted ? "named.phone.resolution.adopted" : "named.phone.resolution.not_adopted")}</b>{" "}
        {t("named.phone.resolution.counts", { yes, no, abstain })}
      </p>
    );
  }
  return null;
}
