import { fingerName } from "../../../../shared/web/front/fingers";
import type { Activity } from "../../../../shared/web/front/records";
import type { FistResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../../view";
import type { RemarkPaper } from "../poll/Remark";
import { Remarks } from "../poll/Remarks";
import { Rows } from "../poll/Rows";

/** The result as the wall shows it; who showed fewer fingers than asked for is asked to speak, on this phone only. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as FistResult;
  const own = ballots.get<RemarkPaper>(activity.id)?.counted?.value;
  return (
    <>
      <p class={result.consent ? "banner back" : "banner off"}>
        {t(result.consent ? "fist.words.consent" : result.n ? "fist.words.no_consent" : "poll.words.no_answers", {
          n: result.below,
          least: result.asked,
        })}
      </p>
      {own !== undefined && own < result.asked && <p class="lead">{t("fist.phone.speak")}</p>}
      <Rows rows={result.steps.map(({ value, n }) => ({ label: `${value} · ${fingerName(value, t)}`, n, own: value === own }))} />
      <Remarks title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
    </>
  );
}
