/** Measures between two axes: effect upwards, feasibility to the right; both cut at the line. Exact points, names beside them. */

import { useMemo } from "preact/hooks";
import type { Translate } from "../i18n";
import { end, type Mark, placed, span } from "./picture";
import { lettered, type RatingResult, shortened } from "./rating";

/** The size in units of the drawing; `em` is the size of its letters. */
export interface Sheet {
  width: number;
  height: number;
  em: number;
}

const WIDE = 0.56; // of an em: what a letter takes in a narrow type, Cyrillic ones too
const TICK = 10;

export function Picture({ result, sheet, t }: { result: RatingResult; sheet: Sheet; t: Translate }) {
  const { em } = sheet;
  const line = result.line ?? 0;
  const items = lettered(result).filter((item) => item.effect !== undefined && item.feasible !== undefined);
  const across = span(
    items.map((item) => Number(item.feasible)),
    line,
  );
  const up = span(
    items.map((item) => Number(item.effect)),
    line,
  );
  const field = { x: 2.6 * em, y: 1.5 * em, width: sheet.width - 3.2 * em, height: sheet.height - 4.4 * em };
  const x = (value: number) => ((value - across.from) / (across.to - across.from)) * field.width;
  const y = (value: number) => field.height - ((value - up.from) / (up.to - up.from)) * field.height;
  const names = items.map((item) => shortened(item.short || item.title));
  const marks = useMemo(
    () =>
      placed(
        items.map((item) => ({ x: x(Number(item.feasible)), y: y(Number(item.effect)) })),
        names.map((name) => em * (1.2 + WIDE * [...name].length)),
        field,
        1.1 * em,
        0.5 * em,
      ),
    [result, sheet],
  );
  const place = `translate(${field.x} ${field.y})`;
  const corner = (name: string, at: number, below: boolean) => (
    <text class="p-corner" x={at} y={below ? field.height + 2.5 * em : -0.5 * em} text-anchor="middle">
      {t(`rating.words.quadrant.${name}`)}
    </text>
  );
  return (
    <svg
      class="picture"
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      font-size={em}
      role="img"
      aria-label={t("rating.words.picture", { line })}
    >
      <g transform={place}>
        <rect class="p-field" width={field.width} height={field.height} />
        <rect class="p-do" x={x(line)} width={field.width - x(line)} height={y(line)} />
        <path class="p-line" d={`M${x(line)} 0V${field.height}M0 ${y(line)}H${field.width}`} />
        {ticks(across).map((value) => (
          <text key={`x${value}`} class="p-tick" x={x(value)} y={field.height + 1.2 * em} text-anchor="middle">
            {value}
          </text>
        ))}
        {ticks(up).map((value) => (
          <text key={`y${value}`} class="p-tick" x={-0.4 * em} y={y(value) + 0.35 * em} text-anchor="end">
            {value}
          </text>
        ))}
        {corner("prepare", x(line) / 2, false)}
        {corner("do", (x(line) + field.width) / 2, false)}
        {corner("leave", x(line) / 2, true)}
        {corner("small", (x(line) + field.width) / 2, true)}
        {marks.map((mark, i) => (
          <Point
            key={items[i]?.id}
            mark={mark}
            em={em}
            letter={items[i]?.letter ?? ""}
            name={names[i] ?? ""}
            hollow={items[i]?.verdict !== "stands"}
          />
        ))}
      </g>
    </svg>
  );
}

function ticks({ from, to }: { from: number; to: number }): number[] {
  return Array.from({ length: (to - from) / TICK + 1 }, (_, i) => from + i * TICK);
}

interface PointProps {
  mark: Mark;
  em: number;
  letter: string;
  name: string;
  /** Refused, or below the line. */
  hollow: boolean;
}

function Point({ mark, em, letter, name, hollow }: PointProps) {
  const { x, y, label } = mark;
  const to = end(mark, label);
  const left = label.x + label.width <= x;
  return (
    <>
      <path class="p-lead" d={`M${x} ${y}L${to.x} ${to.y}`} />
      <circle class={hollow ? "p-point hollow" : "p-point"} cx={x} cy={y} r={0.3 * em} />
      <text class="p-name" x={left ? label.x + label.width : label.x} y={to.y + 0.36 * em} text-anchor={left ? "end" : "start"}>
        <tspan class="p-letter">{letter}</tspan> {name}
      </text>
    </>
  );
}
