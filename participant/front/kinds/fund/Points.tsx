import { costsOf, money } from "../../../../shared/web/front/results/fund";
import type { Option } from "../../../../shared/web/front/select";
import { add, type DotsPaper, left, takeBack } from "../../paper";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Priced } from "./Priced";

/** Points to share out, as many on one measure as one likes. */
export function Points({ activity, options }: BallotProps) {
  const { t, board, ballots, speech } = useApp();
  const points = Number(activity.settings.points);
  const rule = { dots: points, most: points, minus: 0 };
  const paper = ballots.get<DotsPaper>(activity.id)?.paper ?? {};
  const costs = costsOf(board, activity);
  const rest = left(paper, rule);
  const mark = (option: Option, next: DotsPaper) => {
    void ballots.mark(activity.id, next);
    const count = t("fund.phone.points", { n: next[option.id] ?? 0 });
    speech.say(`${option.title}: ${count}. ${t("fund.phone.left", { n: left(next, rule) })}`, "fund");
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t("fund.phone.rule_points", { n: points })}</p>
      <NotTaken activity={activity} />
      <ul class="vlist">
        {options.map((option) => {
          const given = paper[option.id] ?? 0;
          return (
            <li key={option.id} class={given ? "vrow has" : "vrow"} data-option={option.id}>
              <Priced option={option} cost={money(costs.get(option.id) ?? 0, String(activity.settings.currency))} />
              <span class="give">
                <button
                  type="button"
                  class="tap minus"
                  aria-label={t("fund.phone.take", { option: option.title })}
                  aria-disabled={given === 0}
                  onClick={() => given > 0 && mark(option, takeBack(paper, option.id))}
                >
                  −
                </button>
                <b class="num fund-n">{given}</b>
                <button
                  type="button"
                  class="tap minus"
                  aria-label={t("fund.phone.add", { option: option.title })}
                  aria-disabled={rest === 0}
                  onClick={() => rest > 0 && mark(option, add(paper, option.id, rule))}
                >
                  +
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <SecrecyLine activity={activity} />
      <div class="ph-act">
        <p class="tray">
          <b class="num">{t("fund.phone.left", { n: rest })}</b>
        </p>
      </div>
    </>
  );
}
