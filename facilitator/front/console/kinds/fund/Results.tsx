/** What is paid and why: the account step by step, then what each rule would have chosen. */

import type { Activity } from "../../../../../shared/web/front/records";
import { type FundResult, type FundStep, itemsOf, money } from "../../../../../shared/web/front/results/fund";
import { useApp } from "../../view";
import { ResultBoard } from "../vote/ResultBoard";
import { Compare } from "./Compare";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as FundResult;
  const sum = (amount: number | string) => money(amount, result.currency);
  const priced = result.steps.some((line) => line.price !== undefined);
  const titles = itemsOf(result);
  const heads = ["measure", "supporters", ...(result.ballot === "points" ? ["points_sum"] : []), "cost"];
  return (
    <ResultBoard>
      <p class="lead">
        {t("fund.console.spent", { spent: sum(result.spent), budget: sum(result.budget), left: sum(result.left) })}
      </p>
      {result.share && (
        <p class="hint">{t(result.share.raised ? "fund.console.raised" : "fund.console.share", shareWords(result, sum))}</p>
      )}
      <table class="rtab">
        <caption>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" class={head === "measure" ? "" : "n"}>
                {t(`fund.console.${head}`)}
              </th>
            ))}
            {priced && (
              <th scope="col" class="n">
                {t("fund.console.price")}
              </th>
            )}
            <th scope="col">{t("fund.console.outcome")}</th>
            <th scope="col" class="n">
              {t("fund.console.left")}
            </th>
          </tr>
        </thead>
        <tbody>
          {result.steps.map((line) => (
            <tr key={line.id}>
              <th scope="row">{titles.get(line.id)?.title}</th>
              <td class="n">{line.votes}</td>
              {result.ballot === "points" && <td class="n">{titles.get(line.id)?.score}</td>}
              <td class="n">{sum(line.cost)}</td>
              {priced && <td class="n">{line.price === undefined ? "" : sum(line.price)}</td>}
              <td>
                <Outcome line={line} reserve={result.reserve} sum={sum} />
              </td>
              <td class="n">{sum(line.left)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{t("fund.console.ties_told", { lot: String(result.lot) })}</p>
      <Compare result={result} />
    </ResultBoard>
  );
}

interface OutcomeProps {
  line: FundStep;
  reserve: string[];
  sum(amount: number | string): string;
}

function Outcome({ line, reserve, sum }: OutcomeProps) {
  const { t } = useApp();
  const next = reserve.indexOf(line.id) + 1;
  if (!line.why) {
    return (
      <>
        <span class="chip ok">{t("fund.console.paid")}</span>
        {line.tie && <small> {t(`fund.console.tie.${line.tie}`)}</small>}
      </>
    );
  }
  return (
    <>
      {t(`fund.console.why.${line.why}`, { missing: sum(line.missing ?? 0), together: sum(line.together ?? 0) })}
      {next > 0 && <small> {t("fund.console.next", { n: next })}</small>}
    </>
  );
}

function shareWords(result: FundResult, sum: OutcomeProps["sum"]): Record<string, string | number> {
  const { share } = result;
  return {
    n: share?.voters ?? 0,
    plain: sum(share?.plain ?? 0),
    final: sum(share?.final ?? 0),
    chosen: share?.plain_chosen.length ?? 0,
    spent: sum(share?.plain_spent ?? 0),
  };
}
