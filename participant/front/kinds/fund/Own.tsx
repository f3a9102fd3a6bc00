import { costsOf, money } from "../../../../shared/web/front/results/fund";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { Priced } from "./Priced";

/** One's own support or points once the vote is closed. */
export function Own({ activity, options }: BallotProps) {
  const { t, board, ballots } = useApp();
  const paper = ballots.get<DotsPaper>(activity.id)?.counted ?? {};
  const costs = costsOf(board, activity);
  const points = activity.settings.ballot === "points";
  const given = options.filter((option) => paper[option.id]);
  return (
    <>
      <p class="wait-line">{t(given.length ? "vote.phone.counted" : "vote.phone.not_counted")}</p>
      <ul class="vlist">
        {given.map((option) => (
          <li key={option.id} class="vrow has">
            <Priced option={option} cost={money(costs.get(option.id) ?? 0, String(activity.settings.currency))} />
            <span class="fund-sup">
              {points ? t("fund.phone.points", { n: paper[option.id] ?? 0 }) : t("fund.phone.supported")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
