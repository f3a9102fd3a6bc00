/** What everybody's scores come to: an order, two lists, lights, medians by role, or counts. */

import type { Activity } from "../../../../../shared/web/front/records";
import { byId, plainFigure, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { useApp } from "../../view";
import { Below } from "../vote/Below";
import { ResultBoard } from "../vote/ResultBoard";
import { Standings } from "../vote/Standings";
import { ToOthers } from "../vote/ToOthers";
import { Gaps } from "./Gaps";
import { Grid } from "./Grid";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as ScoresResult;
  return (
    <ResultBoard>
      <Lists step={step} result={result} />
      {result.figure === "mean" ? <Order step={step} result={result} /> : <Grid step={step} result={result} />}
      <Gaps result={result} />
      {result.figure !== "mean" && !result.sectors && <p class="hint">{t("vote.console.no_sectors")}</p>}
    </ResultBoard>
  );
}

/** Items by their mean, with the middle half of the answers and what the sectors gave. */
function Order({ step, result }: { step: Activity; result: ScoresResult }) {
  const { t } = useApp();
  const items = result.items.filter((item) => item.place !== undefined).map((item) => ({ ...item, place: item.place ?? 0 }));
  const cell = (item: { cells: ScoresResult["items"][0]["cells"] }) => item.cells[0];
  return (
    <>
      <Standings
        step={step}
        result={{ ...result, items: items.map((item) => ({ ...item, ...balanceOf(item.cells[0]) })) }}
        parts={false}
        unit=""
        caption={t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}
        what={t("vote.console.option")}
        value={(item) => Number(cell(item)?.figure ?? 0)}
        said={(item) => t("scores.console.mean_said", { figure: plainFigure(result, cell(item)?.figure) })}
        figures={[
          { head: t("scores.console.mean"), cell: (item) => <b>{cell(item)?.figure}</b> },
          { head: t("scores.console.middle"), cell: (item) => cell(item)?.middle?.join("–") ?? "" },
          { head: t("scores.console.n"), cell: (item) => cell(item)?.n },
        ]}
      />
      <Below result={result} items={items} />
    </>
  );
}

/** What a table of standings reads from an item itself. */
function balanceOf(cell: ScoresResult["items"][0]["cells"][0] | undefined) {
  return {
    ...(cell?.by_sector ? { by_sector: cell.by_sector } : {}),
    ...(cell?.balanced ? { balanced: cell.balanced } : {}),
  };
}

/** What goes on; what is worked on here; what has to be asked of others. */
function Lists({ step, result }: { step: Activity; result: ScoresResult }) {
  const { t } = useApp();
  const items = byId(result);
  const names = (ids: string[]) => ids.map((id) => items.get(id)?.short || items.get(id)?.title || "").join(", ");
  return (
    <>
      {(["work", "advocacy", "goes_on"] as const).map(
        (list) =>
          result[list] !== undefined &&
          result[list].length > 0 && (
            <p key={list} class="lead">
              {t(`scores.console.${list}`, { names: names(result[list]) })}
            </p>
          ),
      )}
      <ToOthers step={step} names={(result.advocacy ?? []).map((id) => items.get(id)?.title ?? "")} />
    </>
  );
}
