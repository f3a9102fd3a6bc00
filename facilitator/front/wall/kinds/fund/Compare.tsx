/** The same ballots by each rule, so that all see what the choice of the rule decided. */

import { type FundItem, type FundResult, money } from "../../../../../shared/web/front/results/fund";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

export function Compare({ result, rows }: { result: FundResult; rows: FundItem[] }) {
  const { t } = useApp();
  return (
    <main class="w-fund">
      <p class="w-say">{t("fund.wall.compare")}</p>
      <table class="w-acc w-comp">
        <thead>
          <tr>
            <th scope="col">{t("fund.wall.measure")}</th>
            {result.compare.map((one) => (
              <th key={one.rule} scope="col" class={one.rule === result.by ? "this" : ""}>
                {t(`fund.wall.rule.${one.rule}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => {
            const name = item.short || item.title;
            return (
              <tr key={item.id}>
                <th scope="row">
                  <span class={`nm tx ${nameSize(name)}`}>{name}</span>
                </th>
                {result.compare.map((one) => (
                  <td key={one.rule} class={one.rule === result.by ? "this" : ""}>
                    {one.chosen.includes(item.id) ? <i class="w-pin" role="img" aria-label={t("fund.wall.paid")} /> : "–"}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr>
            <th scope="row">{t("fund.wall.money_left")}</th>
            {result.compare.map((one) => (
              <td key={one.rule} class={one.rule === result.by ? "this" : ""}>
                {money(one.left, result.currency)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </main>
  );
}
