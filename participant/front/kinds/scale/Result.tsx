import { medianOf } from "../../../../shared/web/front/middle";
import type { Activity } from "../../../../shared/web/front/records";
import type { ScaleResult } from "../../../../shared/web/front/results/poll";
import { stepsOf } from "../../../../shared/web/front/scale";
import { useApp } from "../../view";
import { Figures } from "../poll/Figures";
import { Remarks } from "../poll/Remarks";
import { Rows } from "../poll/Rows";
import { SectorNotes } from "../vote/SectorNotes";
import type { ScalePaper } from "./paper";

/** The result as the wall shows it, with one's own answer marked. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as ScaleResult;
  const own = ballots.get<ScalePaper>(activity.id)?.counted?.value;
  const names = new Map(stepsOf(activity.settings).map(({ value, name }) => [value, name]));
  const rows = result.steps.map(({ value, n, by_sector }) => ({
    label: names.get(value) ? `${value} · ${names.get(value)}` : String(value),
    n,
    by_sector,
    own: value === own,
  }));
  return (
    <>
      {result.median && result.mean && (
        <Figures
          figures={[
            { label: t("poll.words.median"), value: medianOf(result.median, t) },
            { label: t("poll.words.mean"), value: result.mean },
            ...(result.balanced ? [{ label: t("poll.words.balanced"), value: result.balanced }] : []),
          ]}
        />
      )}
      {result.before?.mean && <p class="lead">{t("poll.words.mean_before", { mean: result.before.mean })}</p>}
      {result.divided && <p class="lead">{t("poll.words.apart")}</p>}
      <Rows rows={rows} sectors={result.sectors} />
      {result.unsure > 0 && <p class="hint">{t("poll.words.unsure", { n: result.unsure })}</p>}
      <Remarks title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      <SectorNotes result={result} />
    </>
  );
}
