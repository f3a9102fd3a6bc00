/** Numbers: how many have voted; then how the numbers lie, the middle and how far they reach. */

import { binColumns, withUnit } from "../../../../shared/web/front/bins";
import type { Activity } from "../../../../shared/web/front/records";
import type { NumberResult } from "../../../../shared/web/front/results/poll";
import { useApp, usePage } from "../view";
import { Poll } from "./poll/Poll";
import { Said } from "./poll/Said";
import { Voting } from "./vote/Voting";

export function Numbers({ step }: { step: Activity }) {
  const { t } = useApp();
  const unit = String(step.settings.unit ?? "");
  const result = step.result?.rule === "number" ? (step.result as NumberResult) : null;
  const pages = Said.pages(result?.remarks ?? []);
  const page = usePage(1 + pages.length);
  if (!result) {
    return <Voting step={step} list={false} rule={t(unit ? "number.wall.rule_unit" : "number.wall.rule", { unit })} />;
  }
  const shown = pages[page - 1];
  if (shown) return <Said step={step} title={t("poll.words.reasons")} remarks={shown} result={result} />;
  return (
    <Poll
      step={step}
      result={result}
      columns={binColumns(result, t)}
      figures={result.median ? [{ label: t("poll.words.median"), value: withUnit(result.median, result.unit), wide: true }] : []}
    >
      {result.half && <p class="w-all">{t("number.wall.half", { from: result.half[0], to: result.half[1] })}</p>}
      {result.least && result.most && <p class="w-all">{t("number.wall.all", { from: result.least, to: result.most })}</p>}
      {result.before?.median && <p class="w-all">{t("poll.words.median_before", { median: result.before.median })}</p>}
    </Poll>
  );
}
