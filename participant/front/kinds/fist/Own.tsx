import { fingerName } from "../../../../shared/web/front/fingers";
import { useApp } from "../../view";
import type { RemarkPaper } from "../poll/Remark";
import type { BallotProps } from "../vote/Vote";

/** One's own fingers, and one's reason, once the vote is closed. */
export function Own({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const { value, text } = ballots.get<RemarkPaper>(activity.id)?.counted ?? {};
  return (
    <>
      <p class="wait-line">{t(value === undefined && !text ? "vote.phone.not_counted" : "vote.phone.counted")}</p>
      {value !== undefined && (
        <p class="lead">
          {t("poll.words.your_answer", { answer: t("fist.words.n", { n: value }) })} · {fingerName(value, t)}
        </p>
      )}
      {text && <p class="card white tx">{text}</p>}
    </>
  );
}
