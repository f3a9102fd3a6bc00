/** Measures down, criteria across: means with a tint, a dashed frame where people are far apart, the total of 100. */

import { brief, CRITERIA, type lettered, type RatingResult, tint } from "../../../../../shared/web/front/results/rating";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

export function Heat({ result, rows }: { result: RatingResult; rows: ReturnType<typeof lettered> }) {
  const { t } = useApp();
  const first = result.round === "first";
  return (
    <main class="w-heat">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("rating.wall.measure")}</th>
            {CRITERIA.map((c, i) => (
              <th key={c} scope="col">
                {t(`rating.words.short.${c}`)}
                {result.weights && <small class="num">{result.weights[i]}</small>}
              </th>
            ))}
            <th scope="col">{t(first ? "rating.wall.papers" : "rating.wall.total")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((item) => {
            const name = item.short || item.title;
            const refused = item.verdict !== undefined && item.verdict !== "stands";
            return (
              <tr key={item.id}>
                <th scope="row">
                  <span class="w-named">
                    <b>{item.letter}</b>
                    <span class={`nm tx ${nameSize(name)}`}>{name}</span>
                  </span>
                </th>
                {CRITERIA.map((c) => {
                  const flagged = item.flags.includes(c);
                  const mean = item.means?.[c];
                  return (
                    <td key={c} class={`c ${tint(mean)} ${flagged ? "apart" : ""}`}>
                      {mean !== undefined ? brief(mean) : flagged ? "↕" : ""}
                      {item.below?.includes(c) && <span aria-hidden="true"> ✗</span>}
                      {flagged && <span class="vh"> {t("rating.words.apart")}</span>}
                    </td>
                  );
                })}
                <td class="sum">
                  {refused && (
                    <>
                      <span aria-hidden="true">✗ </span>
                      <span class="vh">{t(`rating.words.verdict.${item.verdict}`)} </span>
                    </>
                  )}
                  {first ? item.n : item.total === undefined ? "–" : brief(item.total)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </main>
  );
}
