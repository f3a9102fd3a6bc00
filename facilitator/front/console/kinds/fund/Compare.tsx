/** The same ballots by each of the rules: what the choice of the rule decided. */

import { type FundResult, money } from "../../../../../shared/web/front/results/fund";
import { SECTORS, Shape, useApp } from "../../view";

export function Compare({ result }: { result: FundResult }) {
  const { t } = useApp();
  const sum = (amount: number) => money(amount, result.currency);
  const credited = result.compare.some((one) => one.credit);
  return (
    <table class="rtab">
      <caption>{t("fund.console.compare")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("fund.console.measure")}</th>
          {result.compare.map((one) => (
            <th key={one.rule} scope="col" class="n">
              {t(`fund.console.rule.${one.rule}`)}
              {one.rule === result.by && <small> {t("fund.console.this_rule")}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.items.map((item) => (
          <tr key={item.id}>
            <th scope="row">{item.title}</th>
            {result.compare.map((one) => (
              <td key={one.rule} class="n">
                {one.chosen.includes(item.id) ? t("fund.console.paid") : "–"}
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("fund.console.left")}</th>
          {result.compare.map((one) => (
            <td key={one.rule} class="n">
              {sum(one.left)}
            </td>
          ))}
        </tr>
        {credited &&
          SECTORS.filter((sector) => result.sectors?.[sector] !== undefined).map((sector) => (
            <tr key={sector}>
              <th scope="row">
                <Shape sector={sector} /> {t("fund.console.credit", { sector: t(`common.sector.${sector}`) })}
              </th>
              {result.compare.map((one) => (
                <td key={one.rule} class="n">
                  {sum(one.credit?.[sector] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
