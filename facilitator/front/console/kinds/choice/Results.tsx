/** How many ballots chose each option, and whether one has more than half of all. */

import type { Activity } from "../../../../../shared/web/front/records";
import type { ChoiceResult } from "../../../../../shared/web/front/results/choice";
import { useApp } from "../../view";
import { Remarks } from "../poll/Remarks";
import { Below } from "../vote/Below";
import { ResultBoard } from "../vote/ResultBoard";
import { Standings } from "../vote/Standings";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as ChoiceResult;
  const winner = result.items.find((item) => item.id === result.majority);
  return (
    <ResultBoard>
      <Standings
        step={step}
        result={result}
        joins
        caption={t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}
        what={t("vote.console.option")}
        value={(item) => item.n}
        said={(item) => t("choice.console.chose", { n: item.n })}
        figures={[
          { head: t("choice.console.ballots"), cell: (item) => <b>{item.n}</b> },
          { head: t("choice.console.percent"), cell: (item) => `${Number(item.percent).toFixed(1)} %` },
        ]}
      />
      <p class="lead">{winner ? t("choice.console.majority", { title: winner.title }) : t("choice.console.no_majority")}</p>
      {result.short > 0 && <p class="hint">{t("choice.console.short", { n: result.short })}</p>}
      <Remarks step={step} title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      <Below result={result} items={result.items.filter((item) => item.n > 0)} />
    </ResultBoard>
  );
}
