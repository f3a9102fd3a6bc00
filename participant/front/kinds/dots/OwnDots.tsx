import { type DotsPaper, given } from "../../paper";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import type { BallotProps } from "../vote/Vote";
import { Given, lookOf } from "./Row";

/** One's own dots once the vote is closed: the rings are gone, the dots stay. */
export function OwnDots({ activity, options }: BallotProps) {
  const { t, ballots } = useApp();
  const paper = ballots.get<DotsPaper>(activity.id)?.counted ?? {};
  const n = given(paper);
  return (
    <>
      <p class="wait-line">{n ? t("dots.phone.counted", { n }) : t("dots.phone.counted_none")}</p>
      <ul class="vlist">
        {options.map((option) => {
          const dots = paper[option.id] ?? 0;
          return (
            <li key={option.id} class={`vrow ${lookOf(dots)}`}>
              <span class="what">
                <GroupName {...option} />
              </span>
              {dots !== 0 && (
                <span class="give">
                  <Given dots={dots} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
