/** A ranking: what it is about and how many have voted; then the order, and whom the other method puts first. */

import type { Activity } from "../../../../shared/web/front/records";
import { beats, otherFirst, otherMethod, plain, type RankingResult } from "../../../../shared/web/front/results/ranking";
import { useApp } from "../view";
import { Bars } from "./vote/Bars";
import { Voting } from "./vote/Voting";

export function Ranking({ step }: { step: Activity }) {
  const { t } = useApp();
  if (step.result?.rule !== "ranking") {
    const places = Number(step.settings.places ?? 0);
    return <Voting step={step} rule={places ? t("ranking.wall.rule_best", { n: places }) : t("ranking.wall.rule_all")} />;
  }
  const result = step.result as RankingResult;
  const points = result.method === "borda";
  const other = otherFirst(result);
  return (
    <Bars
      step={step}
      result={result}
      parts={false}
      value={(item) => (points ? Number(item.points) : beats(result, item))}
      figure={(item) => (points ? plain(item.points) : String(beats(result, item)))}
      unit={t(points ? "ranking.wall.points" : "ranking.wall.places")}
    >
      {other && t(`ranking.wall.other_${otherMethod(result.method)}`, { names: other })}
    </Bars>
  );
}
