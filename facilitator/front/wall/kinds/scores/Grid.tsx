/** Items by questions with a light or a median each; or by the answers of a scale without figures. */

import type { ComponentChildren } from "preact";
import { LightSign } from "../../../../../shared/web/front/lights";
import type { Activity } from "../../../../../shared/web/front/records";
import {
  plainFigure,
  SCALES,
  type ScoresCell,
  type ScoresItem,
  type ScoresResult,
} from "../../../../../shared/web/front/results/scores";
import { optionsOf } from "../../../../../shared/web/front/select";
import { listedSize } from "../../fit";
import { useApp } from "../../view";

const ROWS = 6;

/** How many items hang at once. */
export function gridRows(result: ScoresResult): number {
  return result.questions.length > 3 || result.figure === "counts" ? ROWS - 1 : ROWS;
}

interface Props {
  step: Activity;
  result: ScoresResult;
  items: ScoresItem[];
}

export function Grid({ step, result, items }: Props) {
  const { board, t } = useApp();
  const counts = result.figure === "counts";
  const heads = counts ? SCALES[result.scale].map((score) => t(`scores.words.${result.scale}.${score}`)) : result.questions;
  return (
    <main class={`w-grid ${heads.length > 1 ? "" : "one"}`}>
      <table>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th scope="col" key={head}>
                {heads.length > 1 ? head : t(`scores.wall.figure.${result.figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const names = items.map((other) => other.short || other.title);
            const option = optionsOf(board, step).find((other) => other.id === item.id);
            const name = item.short || item.title;
            const parked = Boolean(board.get("measure", item.id)?.parked);
            return (
              <tr key={item.id} class={parked ? "parked" : ""}>
                <th scope="row">
                  <span class={`nm tx ${listedSize(name, names)}`}>
                    {option?.letter && <b>{option.letter} </b>}
                    {name}
                  </span>
                  {parked && <small>{t("scores.wall.parked")}</small>}
                </th>
                {counts
                  ? item.cells[0]?.counts.map((n, i) => (
                      <Count key={heads[i]} cell={item.cells[0]} at={i} n={n} result={result} />
                    ))
                  : item.cells.map((cell, i) => (
                      <td key={heads[i]}>
                        <Figure result={result} cell={cell} />
                      </td>
                    ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </main>
  );
}

function Count({ cell, at, n, result }: { cell: ScoresCell | undefined; at: number; n: number; result: ScoresResult }) {
  const most = cell?.most?.includes(SCALES[result.scale][at] ?? "");
  return (
    <td>
      <span class={most ? "w-most" : ""}>{n}</span>
    </td>
  );
}

/** A light and its percentage, or a median in a dashed frame where people are far apart. */
function Figure({ result, cell }: { result: ScoresResult; cell: ScoresCell }): ComponentChildren {
  const { t } = useApp();
  if (!cell.n) return "–";
  return (
    <span class={cell.far_apart ? "w-cell apart" : "w-cell"}>
      {cell.light && <LightSign light={cell.light} label={t(`scores.words.light.${cell.light}`)} />}
      <span class="num">{plainFigure(result, cell.figure)}</span>
      {cell.before !== undefined && <small>{t("scores.wall.before", { figure: plainFigure(result, cell.before) })}</small>}
    </span>
  );
}
