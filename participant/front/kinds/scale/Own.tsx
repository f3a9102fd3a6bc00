import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { type ScalePaper, told } from "./paper";

/** One's own answer once the vote is closed. */
export function Own({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const { value, text } = ballots.get<ScalePaper>(activity.id)?.counted ?? {};
  if (value === undefined && !text) return <p class="wait-line">{t("vote.phone.not_counted")}</p>;
  return (
    <>
      <p class="wait-line">{t("vote.phone.counted")}</p>
      {value !== undefined && (
        <p class="lead">{t("poll.words.your_answer", { answer: told(activity.settings, value, t("scale.phone.unsure")) })}</p>
      )}
      {text && <p class="card white tx">{text}</p>}
    </>
  );
}
