/** The middle, the mean and the spread, and how many answered with each step. */

import { Columns } from "../../../../../shared/web/front/columns";
import { medianOf } from "../../../../../shared/web/front/middle";
import type { Activity } from "../../../../../shared/web/front/records";
import type { ScaleResult } from "../../../../../shared/web/front/results/poll";
import { columnsOf, endNames } from "../../../../../shared/web/front/scale";
import { useApp } from "../../view";
import { Figures } from "../poll/Figures";
import { Legend } from "../poll/Legend";
import { Remarks } from "../poll/Remarks";
import { ResultBoard } from "../vote/ResultBoard";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as ScaleResult;
  const ends = endNames(step.settings);
  return (
    <ResultBoard>
      <div class="c-poll">
        <p>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</p>
        {result.median && result.mean && result.half ? (
          <Figures
            figures={[
              { label: t("poll.words.median"), value: medianOf(result.median, t) },
              { label: t("poll.words.half"), value: t("poll.words.range", { from: result.half[0], to: result.half[1] }) },
              { label: t("poll.words.mean"), value: result.mean },
              ...(result.balanced ? [{ label: t("poll.words.balanced"), value: result.balanced }] : []),
            ]}
          />
        ) : (
          <p class="lead">{t("poll.words.no_answers")}</p>
        )}
        <div class="c-cols">
          <Columns columns={columnsOf(result.steps, step.settings, t)} />
          {ends && (
            <p class="ends tx">
              <span>{ends[0]}</span>
              <span>{ends[1]}</span>
            </p>
          )}
        </div>
        <Legend result={result} />
        {result.unsure > 0 && <p class="lead">{t("poll.words.unsure", { n: result.unsure })}</p>}
        {result.divided && <p class="lead">{t("poll.words.apart")}</p>}
        {result.before?.mean && <p class="lead">{t("poll.words.mean_before", { mean: result.before.mean })}</p>}
        <Remarks step={step} title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      </div>
    </ResultBoard>
  );
}
