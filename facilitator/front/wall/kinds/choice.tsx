/** A choice: what it is about and how many have voted; then how many ballots chose each option. */

import type { Activity } from "../../../../shared/web/front/records";
import type { ChoiceResult } from "../../../../shared/web/front/results/choice";
import { useApp } from "../view";
import { Bars } from "./vote/Bars";
import { Voting } from "./vote/Voting";

export function Choice({ step }: { step: Activity }) {
  const { t } = useApp();
  if (step.result?.rule !== "choice") {
    const most = Number(step.settings.most ?? 1);
    const words = most === 1 ? "rule_one" : most ? "rule_most" : "rule_any";
    return <Voting step={step} rule={t(`choice.wall.${words}`, { n: most })} />;
  }
  const result = step.result as ChoiceResult;
  const winner = result.items.find((item) => item.id === result.majority);
  return (
    <Bars
      step={step}
      result={result}
      value={(item) => item.n}
      figure={(item) => String(item.n)}
      unit={t("choice.wall.ballots")}
      remarks={result.remarks}
    >
      {winner && t("choice.wall.majority", { title: winner.short || winner.title })}
    </Bars>
  );
}
