import { useApp } from "../../view";
import { Keys } from "../poll/Keys";
import { RemarkBeside, type RemarkPaper, withValue } from "../poll/Remark";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";

const STEPS = [1, 2, 3, 4, 5];

/** One tap and one thing to change; either may be left out. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const paper = ballots.get<RemarkPaper>(activity.id)?.paper;
  const mark = (value: number | undefined) => void ballots.mark(activity.id, withValue(paper, value));
  return (
    <>
      <SecrecyStrip activity={activity} />
      <NotTaken activity={activity} />
      <Keys
        activity={activity}
        legend={t("feedback.phone.legend")}
        answers={STEPS.map((value) => ({ value, label: String(value) }))}
        chosen={paper?.value}
        choose={(value) => mark(Number(value))}
      />
      <p class="ends" aria-hidden="true">
        <span>{t("feedback.words.low")}</span>
        <span>{t("feedback.words.high")}</span>
      </p>
      {paper?.value !== undefined && (
        <button type="button" class="btn" onClick={() => mark(undefined)}>
          {t("poll.words.take_back")}
        </button>
      )}
      <RemarkBeside activity={activity} label={t("feedback.words.change")} />
      <SecrecyLine activity={activity} />
    </>
  );
}
