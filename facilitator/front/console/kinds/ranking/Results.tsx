/** The places by the method that decides, those by the other beside them, and how any two compare. */

import type { Activity } from "../../../../../shared/web/front/records";
import { plain, type RankingResult } from "../../../../../shared/web/front/results/ranking";
import { useApp } from "../../view";
import { Below } from "../vote/Below";
import { ResultBoard } from "../vote/ResultBoard";
import { Standings } from "../vote/Standings";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as RankingResult;
  const first = result.items.find((item) => item.id === result.condorcet);
  return (
    <ResultBoard>
      <Standings
        step={step}
        result={result}
        parts={false}
        unit=""
        caption={t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}
        what={t("vote.console.option")}
        value={(item) => Number(item.points)}
        said={(item) => t("ranking.console.points_said", { n: plain(item.points) })}
        figures={[
          { head: t("ranking.console.points"), cell: (item) => <b>{plain(item.points)}</b> },
          { head: t("ranking.console.by_schulze"), cell: (item) => `${item.schulze_place}.` },
          { head: t("ranking.console.by_borda"), cell: (item) => `${item.borda_place}.` },
        ]}
      />
      {result.methods_differ && (
        <p class="lead">{t("ranking.console.differ", { method: t(`ranking.console.${result.method}`) })}</p>
      )}
      <p class="hint">{first ? t("ranking.console.condorcet", { title: first.title }) : t("ranking.console.no_condorcet")}</p>
      <Below result={result} items={result.items} />
      <Pairs result={result} />
    </ResultBoard>
  );
}

function Pairs({ result }: { result: RankingResult }) {
  const { t } = useApp();
  return (
    <table class="rtab">
      <caption>{t("ranking.console.pairs")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("vote.console.option")}</th>
          {result.items.map((item, place) => (
            <th scope="col" class="n" key={item.id}>
              <span aria-hidden="true">{place + 1}</span>
              <span class="vh">{item.title}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {result.items.map((row, place) => (
          <tr key={row.id}>
            <th scope="row">
              {place + 1}. {row.title}
            </th>
            {result.items.map((column) => (
              <td class="n" key={column.id}>
                {row.id === column.id ? "–" : (result.pairs[row.id]?.[column.id] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
