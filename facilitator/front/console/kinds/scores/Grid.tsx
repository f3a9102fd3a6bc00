/** Items by questions, or by the answers of a scale without figures; measures can be set aside from here. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { LightSign } from "../../../../../shared/web/front/lights";
import type { Activity } from "../../../../../shared/web/front/records";
import {
  plainFigure,
  ROLES,
  SCALES,
  type ScoresCell,
  type ScoresItem,
  type ScoresResult,
} from "../../../../../shared/web/front/results/scores";
import { optionsOf } from "../../../../../shared/web/front/select";
import { SECTORS, useApp } from "../../view";
import { OptionName } from "../vote/Options";
import { Parked, ParkForm } from "./Park";

export function Grid({ step, result }: { step: Activity; result: ScoresResult }) {
  const { board, t } = useApp();
  const [parking, setParking] = useState<string | null>(null);
  const columns = columnsOf(t, result);
  const measures = step.settings.about === "measures";
  return (
    <>
      {parking && <ParkForm key={parking} measure={parking} close={() => setParking(null)} />}
      <table class="rtab c-grid">
        <caption>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("vote.console.option")}</th>
            {columns.map((column) => (
              <th scope="col" key={column.head}>
                {column.head}
              </th>
            ))}
            {measures && <th scope="col">{t("scores.console.parking")}</th>}
          </tr>
        </thead>
        <tbody>
          {result.items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <span class="named">
                  <OptionName option={optionsOf(board, step).find((other) => other.id === item.id) ?? item} />
                </span>
                {item.recused > 0 && <small>{t("scores.console.recused", { n: item.recused })}</small>}
              </th>
              {columns.map((column) => (
                <td key={column.head}>{column.cell(item)}</td>
              ))}
              {measures && (
                <td>
                  <Parked measure={board.get("measure", item.id)} park={() => setParking(item.id)} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface Column {
  head: string;
  cell(item: ScoresItem): ComponentChildren;
}

function columnsOf(t: ReturnType<typeof useApp>["t"], result: ScoresResult): Column[] {
  if (result.figure === "counts") {
    return SCALES[result.scale].map((score, i) => ({
      head: t(`scores.words.${result.scale}.${score}`),
      cell: (item) => {
        const cell = item.cells[0];
        return cell?.most?.includes(score) ? <b class="sc-most">{cell.counts[i]}</b> : cell?.counts[i];
      },
    }));
  }
  const columns: Column[] = result.questions.map((question, i) => ({
    head: question,
    cell: (item) => <Figure result={result} cell={item.cells[i]} />,
  }));
  if (!result.items.some((item) => item.weight)) return columns;
  return [
    ...columns,
    {
      head: t("scores.console.weight"),
      cell: ({ weight }) =>
        weight && (
          <>
            {weight.place}.{" "}
            {weight.dots !== undefined && <small class="num">{t("scores.console.dots", { n: weight.dots })}</small>}
          </>
        ),
    },
  ];
}

/** A figure with its light, and below it what is behind it. */
function Figure({ result, cell }: { result: ScoresResult; cell: ScoresCell | undefined }) {
  const { t } = useApp();
  if (!cell?.n) return <span>–</span>;
  const parts = [
    ...ROLES.filter((role) => cell.by_role?.[role] !== undefined).map(
      (role) => `${t(`scores.words.role.${role}`)} ${plainFigure(result, cell.by_role?.[role])}`,
    ),
    ...(result.roles || result.questions.length > 1
      ? []
      : SECTORS.filter((sector) => cell.by_sector?.[sector] !== undefined).map(
          (sector) => `${t(`common.sector.${sector}`)} ${plainFigure(result, cell.by_sector?.[sector])}`,
        )),
    ...(cell.before === undefined ? [] : [t("scores.console.before", { figure: plainFigure(result, cell.before) })]),
  ];
  return (
    <span class={cell.far_apart ? "sc-fig apart" : "sc-fig"}>
      {cell.light && <LightSign light={cell.light} label={t(`scores.words.light.${cell.light}`)} />}
      <b class="num">{plainFigure(result, cell.figure)}</b> <small class="num">{t("scores.console.of", { n: cell.n })}</small>
      {cell.far_apart && <em>{t("scores.console.apart")}</em>}
      {parts.length > 0 && <small class="num under">{parts.join(" · ")}</small>}
    </span>
  );
}
