import { useApp } from "../../view";
import type { RemarkPaper } from "../poll/Remark";
import type { BallotProps } from "../vote/Vote";

/** Thanks, and what one has said oneself. */
export function Own({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const { value, text } = ballots.get<RemarkPaper>(activity.id)?.counted ?? {};
  return (
    <>
      <p class="wait-line">{t("feedback.words.thanks")}</p>
      {value !== undefined && <p class="lead">{t("poll.words.your_answer", { answer: String(value) })}</p>}
      {text && <p class="card white tx">{text}</p>}
    </>
  );
}
