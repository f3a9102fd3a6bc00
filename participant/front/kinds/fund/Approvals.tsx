import { costsOf, money } from "../../../../shared/web/front/results/fund";
import type { Option } from "../../../../shared/web/front/select";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Priced } from "./Priced";

const ADVISED = 3;

/** Support for as many as one likes: no shopping basket, so the sum is told and limits nothing. */
export function Approvals({ activity, options }: BallotProps) {
  const { t, board, ballots, speech } = useApp();
  const paper = ballots.get<DotsPaper>(activity.id)?.paper ?? {};
  const costs = costsOf(board, activity);
  const currency = String(activity.settings.currency);
  const supported = options.filter((option) => paper[option.id]);
  const sum = supported.reduce((all, option) => all + (costs.get(option.id) ?? 0), 0);
  const toggle = (option: Option) => {
    const { [option.id]: had, ...others } = paper;
    void ballots.mark(activity.id, had ? others : { ...paper, [option.id]: 1 });
    const n = supported.length + (had ? -1 : 1);
    speech.say(
      `${t(had ? "fund.phone.said_off" : "fund.phone.said_on", { option: option.title })} ${t("fund.phone.you_support", { n })}`,
      "fund",
    );
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t("fund.phone.rule")}</p>
      {activity.settings.rule === "equal_shares" && supported.length < ADVISED && options.length > ADVISED && (
        <p class="hint warn">{t("fund.phone.advice", { n: ADVISED })}</p>
      )}
      <NotTaken activity={activity} />
      <ul class="vlist">
        {options.map((option) => (
          <li key={option.id} class={paper[option.id] ? "vrow has" : "vrow"} data-option={option.id}>
            <button type="button" class="fund-row" aria-pressed={Boolean(paper[option.id])} onClick={() => toggle(option)}>
              <Priced option={option} cost={money(costs.get(option.id) ?? 0, currency)} />
              <span class="fund-sup" aria-hidden="true">
                {t(paper[option.id] ? "fund.phone.supported" : "fund.phone.support")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <SecrecyLine activity={activity} />
      <div class="ph-act">
        <p class="tray">
          <b class="num">{t("fund.phone.you_support", { n: supported.length })}</b>
          <span class="hint num">
            {t("fund.phone.together", {
              sum: money(sum, currency),
              budget: money(Number(activity.settings.budget), currency),
            })}
          </span>
        </p>
      </div>
    </>
  );
}
