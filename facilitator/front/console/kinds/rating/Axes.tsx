/** The picture's figures as a table. */

import { lettered, type RatingResult } from "../../../../../shared/web/front/results/rating";
import { Mark, useApp } from "../../view";

export function Axes({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const line = result.line ?? 0;
  const quadrant = (effect: string, feasible: string) =>
    Number(effect) >= line ? (Number(feasible) >= line ? "do" : "prepare") : Number(feasible) >= line ? "small" : "leave";
  return (
    <table class="rtab">
      <caption>{t("rating.words.picture", { line })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rating.console.measure")}</th>
          <th scope="col" class="n">
            {t("rating.words.effect")}
          </th>
          <th scope="col" class="n">
            {t("rating.words.feasible")}
          </th>
          <th scope="col">{t("rating.console.field")}</th>
        </tr>
      </thead>
      <tbody>
        {lettered(result).map((item) =>
          item.effect === undefined || item.feasible === undefined ? null : (
            <tr key={item.id}>
              <th scope="row">
                <span class="named">
                  <Mark letter={item.letter} />
                  <span class="tx">{item.title}</span>
                </span>
              </th>
              <td class="n">{item.effect}</td>
              <td class="n">{item.feasible}</td>
              <td>{t(`rating.words.quadrant.${quadrant(item.effect, item.feasible)}`)}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
