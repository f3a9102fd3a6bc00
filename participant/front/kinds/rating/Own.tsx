import { CRITERIA } from "../../../../shared/web/front/results/rating";
import { useApp } from "../../view";
import { declaredInterests } from "../../voices";
import type { BallotProps } from "../vote/Vote";
import { aside, open, type RatingPaper, scoreOf, scoresOf, without } from "./paper";

/** One's own scores once the rating is closed; a sheet that is not full does not count. */
export function Own({ activity, options }: BallotProps) {
  const { t, board, ballots } = useApp();
  const counted = ballots.get<RatingPaper>(activity.id)?.counted;
  const paper = counted ? without(counted, declaredInterests(board)) : {};
  const given = options.filter(({ id }) => paper[id]);
  return (
    <>
      <p class="wait-line">{t(given.length ? "vote.phone.counted" : "vote.phone.not_counted")}</p>
      <ul>
        {given.map(({ id, title }) => (
          <li key={id} class="res">
            <div class="l">
              <span class="tx">{title}</span>
            </div>
            <p class="hint num">
              {aside(paper, id)
                ? t("rating.phone.aside_short")
                : CRITERIA.map((c) => `${c}\u00a0${scoreOf(scoresOf(paper, id), c) ?? "–"}`).join(" · ")}
            </p>
            {open(paper, id).length > 0 && <p class="hint warn">{t("rating.phone.not_full")}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
