/** A scale: how many have voted; then how many answered with each step, the middle and the mean. */

import { medianOf } from "../../../../shared/web/front/middle";
import type { Activity } from "../../../../shared/web/front/records";
import type { ScaleResult } from "../../../../shared/web/front/results/poll";
import { columnsOf, endNames, endsOf, stepsOf } from "../../../../shared/web/front/scale";
import { useApp, usePage } from "../view";
import { Poll } from "./poll/Poll";
import { Said } from "./poll/Said";
import { Voting } from "./vote/Voting";

export function Scale({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result?.rule === "scale" ? (step.result as ScaleResult) : null;
  const pages = Said.pages(result?.remarks ?? []);
  const page = usePage(1 + pages.length);
  if (!result) {
    return <Voting step={step} list={false} rule={t("scale.wall.rule", endsOf(stepsOf(step.settings)))} />;
  }
  const shown = pages[page - 1];
  if (shown) return <Said step={step} title={t("poll.words.reasons")} remarks={shown} result={result} />;
  const figures =
    result.median && result.mean
      ? [
          { label: t("poll.words.median"), value: medianOf(result.median, t) },
          { label: t("poll.words.mean"), value: result.mean },
        ]
      : [];
  return (
    <Poll
      step={step}
      result={result}
      columns={columnsOf(result.steps, step.settings, t)}
      ends={endNames(step.settings)}
      figures={figures}
    >
      {result.before?.mean && <p class="w-all">{t("poll.words.mean_before", { mean: result.before.mean })}</p>}
      {result.divided && <p class="w-all">{t("poll.words.apart")}</p>}
      {result.unsure > 0 && <p class="w-all">{t("poll.words.unsure", { n: result.unsure })}</p>}
    </Poll>
  );
}
