/** A guide as it is edited: every question with its words, a specimen's too, and its factors as codes in a line. */

import type { Question } from "../../../shared/web/front/interviews";
import type { Field } from "./kinds";

export interface Row {
  key: string;
  text: string;
  asks: string;
  /** Codes side by side: "5.1 5.2". */
  factors: string;
}

const MOST_FACTORS = 8;

/** Write a guide as its rows, for a field keeps text. */
export function guideShown({ specimen = {} }: Field, guide: readonly Question[] | undefined): string {
  const rows: Row[] = (guide ?? []).map(({ key, text, asks, factors }) => ({
    key,
    text: text || (specimen[key] ?? ""),
    asks,
    factors: factors.join(" "),
  }));
  return JSON.stringify(rows);
}

export function rowsOf(typed: string): Row[] {
  try {
    return JSON.parse(typed) as Row[];
  } catch {
    return [];
  }
}

/** Read rows back as the guide; undefined while one has no words, too many, or a factor that is none. */
export function guideRead(
  { specimen = {}, factors: known = {}, characters = 200 }: Field,
  typed: string,
): Question[] | undefined {
  const guide: Question[] = [];
  for (const { key, text, asks, factors } of rowsOf(typed)) {
    const words = text.replace(/\s+/g, " ").trim();
    const codes = [...new Set(factors.split(/[\s,;،]+/).filter(Boolean))];
    if (!words || words.length > characters || codes.length > MOST_FACTORS || codes.some((code) => !(code in known)))
      return undefined;
    guide.push({ key, text: words === specimen[key] ? "" : words, asks, factors: codes });
  }
  return guide.length ? guide : undefined;
}

/** Move a row by one place; nothing where it stands at the edge. */
export function moved(rows: readonly Row[], at: number, by: -1 | 1): Row[] {
  const next = [...rows];
  const [row] = next.splice(at, 1);
  if (!row || at + by < 0 || at + by >= rows.length) return [...rows];
  next.splice(at + by, 0, row);
  return next;
}
