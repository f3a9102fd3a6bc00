import type { Activity } from "../../../../shared/web/front/records";
import type { FeedbackResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../../view";
import { Figures } from "../poll/Figures";
import type { RemarkPaper } from "../poll/Remark";
import { Remarks } from "../poll/Remarks";
import { Rows } from "../poll/Rows";

/** Thanks, the mean, and what people would change. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as FeedbackResult;
  const own = ballots.get<RemarkPaper>(activity.id)?.counted?.value;
  return (
    <>
      <p class="banner back">{t("feedback.words.thanks")}</p>
      {result.mean && (
        <Figures
          figures={[
            { label: t("feedback.words.mean"), value: result.mean },
            { label: t("poll.words.how_many"), value: String(result.n) },
          ]}
        />
      )}
      <Rows rows={result.steps.map(({ value, n }) => ({ label: String(value), n, own: value === own }))} />
      <Remarks title={t("feedback.words.change")} remarks={result.remarks} />
    </>
  );
}
