import { binName, withUnit } from "../../../../shared/web/front/bins";
import type { Activity } from "../../../../shared/web/front/records";
import type { NumberResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../../view";
import { Figures } from "../poll/Figures";
import { Remarks } from "../poll/Remarks";
import { Rows } from "../poll/Rows";
import { SectorNotes } from "../vote/SectorNotes";
import type { NumberPaper } from "./paper";

/** The result as the wall shows it, with one's own number marked. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as NumberResult;
  const own = ballots.get<NumberPaper>(activity.id)?.counted?.value;
  const rows = result.bins.map((bin) => ({ label: binName(bin, t), n: bin.n, own: holds(bin, own) }));
  return (
    <>
      {result.median && result.half && (
        <Figures
          figures={[
            { label: t("poll.words.median"), value: withUnit(result.median, result.unit) },
            { label: t("poll.words.half"), value: t("poll.words.range", { from: result.half[0], to: result.half[1] }) },
            { label: t("poll.words.all"), value: t("poll.words.range", { from: result.least ?? "", to: result.most ?? "" }) },
          ]}
        />
      )}
      {result.before?.median && <p class="lead">{t("poll.words.median_before", { median: result.before.median })}</p>}
      <Rows rows={rows} />
      <Remarks title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      <SectorNotes result={result} />
    </>
  );
}

function holds({ least, most }: NumberResult["bins"][number], own: number | string | undefined): boolean {
  if (own === undefined) return false;
  return (least === undefined || Number(own) >= Number(least)) && (most === undefined || Number(own) <= Number(most));
}
