/** The middle of the numbers and how far they reach, and how they lie. */

import { binColumns, withUnit } from "../../../../../shared/web/front/bins";
import { Columns } from "../../../../../shared/web/front/columns";
import type { Activity } from "../../../../../shared/web/front/records";
import type { NumberResult } from "../../../../../shared/web/front/results/poll";
import { useApp } from "../../view";
import { Figures } from "../poll/Figures";
import { Legend } from "../poll/Legend";
import { Remarks } from "../poll/Remarks";
import { ResultBoard } from "../vote/ResultBoard";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as NumberResult;
  return (
    <ResultBoard>
      <div class="c-poll">
        <p>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</p>
        {result.median && result.half ? (
          <>
            <Figures
              figures={[
                { label: t("poll.words.median"), value: withUnit(result.median, result.unit) },
                { label: t("poll.words.half"), value: t("poll.words.range", { from: result.half[0], to: result.half[1] }) },
                {
                  label: t("poll.words.all"),
                  value: t("poll.words.range", { from: result.least ?? "", to: result.most ?? "" }),
                },
              ]}
            />
            <div class="c-cols">
              <Columns columns={binColumns(result, t)} />
            </div>
          </>
        ) : (
          <p class="lead">{t("poll.words.no_answers")}</p>
        )}
        <Legend result={result} />
        {result.before?.median && <p class="lead">{t("poll.words.median_before", { median: result.before.median })}</p>}
        {result.mean && <p class="hint">{t("number.console.mean", { mean: result.mean })}</p>}
        <Remarks step={step} title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      </div>
    </ResultBoard>
  );
}
