import { withUnit } from "../../../../shared/web/front/bins";
import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { type NumberPaper, ruleOf } from "./paper";

/** One's own number once the vote is closed. */
export function Own({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const { value, text } = ballots.get<NumberPaper>(activity.id)?.counted ?? {};
  if (value === undefined && !text) return <p class="wait-line">{t("vote.phone.not_counted")}</p>;
  return (
    <>
      <p class="wait-line">{t("vote.phone.counted")}</p>
      {value !== undefined && (
        <p class="lead">{t("poll.words.your_answer", { answer: withUnit(String(value), ruleOf(activity.settings).unit) })}</p>
      )}
      {text && <p class="card white tx">{text}</p>}
    </>
  );
}
