/** What is paid, and what comes next if there is more money; the money as a bar of the pieces that were paid. */

import { type FundItem, type FundResult, itemsOf, money } from "../../../../../shared/web/front/results/fund";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

export function Paid({ result, rows }: { result: FundResult; rows: FundItem[] }) {
  const { t } = useApp();
  const items = itemsOf(result);
  let from = 0;
  return (
    <main class="w-fund">
      <p class="w-line">
        {t("fund.wall.left", { left: money(result.left, result.currency), budget: money(result.budget, result.currency) })}
      </p>
      <svg class="w-pieces" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect class="left" width="100" height="5" />
        {result.chosen.map((id) => {
          const width = (100 * (items.get(id)?.cost ?? 0)) / result.budget;
          const x = from;
          from += width;
          return <rect key={id} x={x} width={Math.max(0, width - 0.3)} height="5" />;
        })}
      </svg>
      <ol>
        {rows.map((item) => {
          const paid = result.chosen.includes(item.id);
          return (
            <li key={item.id} class={paid ? "w-paid" : "w-next"}>
              <i class={paid ? "w-pin" : "w-pin hollow"} />
              <span class={`nm tx ${nameSize(item.short || item.title)}`}>{item.short || item.title}</span>
              <span class="num">{t("fund.wall.votes", { n: item.votes })}</span>
              <b class="num">
                {paid ? money(item.cost, result.currency) : t("fund.wall.next", { n: result.reserve.indexOf(item.id) + 1 })}
              </b>
            </li>
          );
        })}
      </ol>
      {!result.chosen.length && <p class="w-line">{t("fund.wall.nothing")}</p>}
    </main>
  );
}
