import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import type { WordsPaper } from "./words";

/** One's own words once the vote is closed. */
export function Own({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const counted = ballots.get<WordsPaper>(activity.id)?.counted;
  const words = Array.isArray(counted) ? counted : [];
  return (
    <>
      <p class="wait-line">{t(words.length ? "vote.phone.counted" : "vote.phone.not_counted")}</p>
      <ul class="words">
        {words.map((word) => (
          <li key={word} class="card white">
            <span class="tx">{word}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
