/** What the talk has moved: totals and means of the first round beside those of the second. */

import { leftToRight } from "../../../../../shared/web/front/figures";
import { lettered, moved, type RatingResult, signed } from "../../../../../shared/web/front/results/rating";
import { useApp } from "../../view";

export function Moved({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const items = lettered(result).filter((item) => item.first);
  if (!items.length) return null;
  return (
    <table class="rtab">
      <caption>{t("rating.console.moved")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rating.console.measure")}</th>
          <th scope="col" class="n">
            {t("rating.console.round.first")}
          </th>
          <th scope="col" class="n">
            {t("rating.console.round.second")}
          </th>
          <th scope="col" class="n">
            {t("rating.console.shift")}
          </th>
          <th scope="col">{t("rating.console.cells")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <th scope="row">
              {item.letter} <span class="tx">{item.title}</span>
            </th>
            <td class="n">{item.first?.total}</td>
            <td class="n">{item.total}</td>
            <td class="n">{signed(item.shift ?? "")}</td>
            <td class="num">
              {moved(item)
                .map(({ c, before, now }) => leftToRight(`${c} ${before} → ${now}`))
                .join(", ") || "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
