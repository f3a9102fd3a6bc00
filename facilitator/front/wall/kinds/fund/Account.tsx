/** The account: each measure when its turn came, who stood behind it, what it cost them, and what was left. */

import { type FundResult, type FundStep, itemsOf, money } from "../../../../../shared/web/front/results/fund";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

export function Account({ result, rows }: { result: FundResult; rows: FundStep[] }) {
  const { t } = useApp();
  const items = itemsOf(result);
  const sum = (amount: number | string) => money(amount, result.currency);
  const short = (amount: number | string) => sum(Math.round(Number(amount))).replace(/\u00a0\D+$/, "");
  const decisive = (line: FundStep) => (result.by === "score" ? Number(items.get(line.id)?.score ?? 0) : line.votes);
  return (
    <main class="w-fund">
      <p class="w-say">
        {t(`fund.wall.by.${result.by}`, { share: sum(result.share?.final ?? 0), n: result.share?.voters ?? 0 })}
      </p>
      <table class="w-acc">
        <thead>
          <tr>
            <th scope="col">{t("fund.wall.measure")}</th>
            <th scope="col">{t(result.by === "score" ? "fund.wall.score" : "fund.wall.supporters")}</th>
            <th scope="col">{t("fund.wall.cost")}</th>
            <th scope="col">{t(result.share ? "fund.wall.price" : "fund.wall.outcome")}</th>
            <th scope="col">{t("fund.wall.money_left")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((line) => {
            const name = items.get(line.id)?.short || items.get(line.id)?.title || "";
            return (
              <tr key={line.id} class={line.why ? "w-next" : "w-paid"}>
                <th scope="row">
                  <span class={`nm tx ${nameSize(name)}`}>{name}</span>
                </th>
                <td>{decisive(line)}</td>
                <td>{short(line.cost)}</td>
                <td class={line.why ? "why" : ""}>
                  {line.why
                    ? t(`fund.wall.why.${line.why}`, { missing: short(line.missing ?? 0) })
                    : line.price === undefined
                      ? t("fund.wall.paid")
                      : short(line.price)}
                  {line.tie && <small>{t(`fund.wall.tie.${line.tie}`, { lot: String(result.lot) })}</small>}
                </td>
                <td>{short(line.left)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </main>
  );
}
