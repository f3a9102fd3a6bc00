/** Importance by reach: a cross for each item at its median and its weight in the vote before, and the figures beside it. */

import type { Activity } from "../../../../../shared/web/front/records";
import { plainFigure, type ScoresItem, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { optionsOf } from "../../../../../shared/web/front/select";
import { nameSize, pageAt, pages } from "../../fit";
import { useApp } from "../../view";
import { type Mark, spread } from "./spread";

const ROWS = 6;
const NAME = 16; // characters of a name within the picture; the table beside has it in full
const FIELD = { left: 4, width: 88, top: 7, height: 50 };
const REACHED = 2.75; // between the medians that are below and at "partly"

export function FourFields({ step, result }: { step: Activity; result: ScoresResult }) {
  const app = useApp();
  const { board, t } = app;
  const letters = new Map(optionsOf(board, step).map((option) => [option.id, option.letter]));
  const shown = result.items.filter((item) => item.weight && item.cells[0]?.n);
  const cut = pages(result.items, ROWS);
  return (
    <main class="w-fields">
      <Picture marks={spread(shown.map((item) => markOf(item, letters.get(item.id) ?? "")))} />
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("scores.wall.weight")}</th>
            <th scope="col">{t("scores.wall.reach")}</th>
          </tr>
        </thead>
        <tbody>
          {(cut[pageAt(cut.length, app.clock.now())] ?? []).map((item) => {
            const name = item.short || item.title;
            return (
              <tr key={item.id}>
                <th scope="row">
                  <span class={`nm tx ${nameSize(name)}`}>
                    {letters.get(item.id) && <b>{letters.get(item.id)} </b>}
                    {name}
                  </span>
                </th>
                <td class="num">{item.weight?.dots ?? (item.weight ? `${item.weight.place}.` : "–")}</td>
                <td class="num">{plainFigure(result, item.cells[0]?.figure)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </main>
  );
}

function across(reach: number): number {
  return FIELD.left + (FIELD.width * (reach - 1)) / 3;
}

function markOf(item: ScoresItem, letter: string): Mark {
  const name = item.short || [...item.title].slice(0, NAME).join("") + ([...item.title].length > NAME ? "…" : "");
  return {
    id: item.id,
    name: letter ? `${letter} ${name}` : name,
    x: across(Number(item.cells[0]?.figure)),
    y: FIELD.top + FIELD.height * (1 - Number(item.weight?.high) / 100),
  };
}

function Picture({ marks }: { marks: ReturnType<typeof spread> }) {
  const { t } = useApp();
  const middle = FIELD.top + FIELD.height / 2;
  return (
    <svg class="w-picture" viewBox="0 0 96 64" role="img" aria-label={t("scores.wall.picture")}>
      <rect class="field" x="0" y="0" width="96" height="60" />
      <rect class="work" x={across(REACHED)} y="0" width={96 - across(REACHED)} height={middle} />
      <line x1={across(REACHED)} x2={across(REACHED)} y1="0" y2="60" />
      <line x1="0" x2="96" y1={middle} y2={middle} />
      <text class="cap" x="1.5" y="3.6">
        {t("scores.wall.field_advocacy")}
      </text>
      <text class="cap end" x="94.5" y="3.6">
        {t("scores.wall.field_work")}
      </text>
      <text class="cap" x="1.5" y="63.4">
        {t("scores.wall.axis_low")}
      </text>
      <text class="cap end" x="94.5" y="63.4">
        {t("scores.wall.axis_high")}
      </text>
      {marks.map((mark) => (
        <g key={mark.id}>
          <path class="cross" d={`M${mark.x - 1.3} ${mark.y}h2.6M${mark.x} ${mark.y - 1.3}v2.6`} />
          {mark.moved && <line class="lead" x1={mark.x} y1={mark.y} x2={mark.labelX} y2={mark.labelY} />}
          <text class={mark.end ? "name end" : "name"} x={mark.labelX} y={mark.labelY + 1.8}>
            {mark.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
