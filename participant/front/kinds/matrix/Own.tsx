import { originOf } from "../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { SaidOf } from "./Overview";
import { factorsOf, type Paper } from "./paper";

/** What one has said, once the vote is closed; of a matrix from another workshop there is nothing of one's own. */
export function Own({ activity }: BallotProps) {
  const { t, ballots, seed } = useApp();
  const origin = originOf(activity);
  if (origin) return <p class="wait-line">{t("matrix.phone.carried_soon", { title: origin.title })}</p>;
  const paper = ballots.get<Paper>(activity.id)?.counted ?? {};
  const rated = factorsOf(activity, seed).filter((factor) => paper[factor]?.rating !== undefined);
  return (
    <>
      <p class="wait-line">{t(rated.length ? "matrix.phone.counted" : "matrix.phone.counted_none", { n: rated.length })}</p>
      <ul class="mx-list">
        {rated.map((factor) => (
          <li key={factor} class="mx-row">
            <span class="tx">{t(`factors.words.${factor}`)}</span>
            <SaidOf said={paper[factor]} />
          </li>
        ))}
      </ul>
    </>
  );
}
