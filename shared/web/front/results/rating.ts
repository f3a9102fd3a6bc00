/** The result of rating measures on nine weighted criteria, and what every screen asks of it. */

import type { Board } from "../board";
import { leftToRight } from "../figures";
import type { Activity, Sector, VoteResult } from "../records";
import { byPosition, letterOf } from "../select";

export const CRITERIA = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"] as const;
export const WEIGHTS: readonly number[] = [10, 15, 15, 15, 10, 10, 10, 10, 5];
export const MOST_SHIFT = 5;
export const HIGHEST = 5;

export interface Reasons {
  c: string;
  low: string[];
  high: string[];
}

/** What a round tells of a measure; of a first round by itself no figures. */
export interface RoundOf {
  id: string;
  /** Papers that rate it in full, and people who stood aside. */
  n: number;
  recused: number;
  flags: string[];
  reasons?: Reasons[];
  total?: string;
  exact?: string;
  means?: Record<string, string>;
}

export type Verdict = "stands" | "line" | "minimum" | "unrated";

export interface RatingItem extends RoundOf {
  title: string;
  short: string;
  place?: number;
  verdict?: Verdict;
  below?: string[];
  effect?: string;
  feasible?: string;
  by_sector?: Partial<Record<Sector, string>>;
  balanced?: string;
  apart?: Sector[];
  first?: RoundOf;
  shift?: string;
}

export interface Check {
  id: string;
  title: string;
  failed: { k: string; word: string }[];
  repaired: { k: string; word: string }[];
}

export interface RatingResult extends VoteResult {
  rule: "rating";
  round: "only" | "first" | "second";
  items: RatingItem[];
  checks: Check[];
  /** Not in a first round. */
  ties?: { ids: string[]; by: "asked" | "C2" | "lot" }[];
  weights?: number[];
  minimums?: number[];
  line?: number;
  lot?: number;
}

/** The same letter for a measure in the table, in the picture and on all screens: by its line in the result. */
export function lettered(result: RatingResult): (RatingItem & { letter: string })[] {
  return result.items.map((item, line) => ({ ...item, letter: letterOf(line) }));
}

/** The colour of a mean: "low" below 2, "high" from 4 on. */
export function tint(mean: string | undefined): "" | "low" | "middle" | "high" {
  if (mean === undefined) return "";
  return Number(mean) < 2 ? "low" : Number(mean) < 4 ? "middle" : "high";
}

/** A total or a mean with one decimal, for screens; the minutes tell two. */
export function brief(figure: string): string {
  return Number(figure).toFixed(1);
}

/** As many whole words of a title as a picture has room for. */
export function shortened(title: string, most = 20): string {
  if ([...title].length <= most) return title;
  const words = title.split(" ");
  while (words.length > 1 && [...words.join(" ")].length > most - 1) words.pop();
  return `${[...words.join(" ")]
    .slice(0, most - 1)
    .join("")
    .replace(/[,;:.–-]+$/, "")}…`;
}

/** The step whose scores a second round follows: fixed at its opening, before that the nearest first round before it. */
export function firstRatingOf(board: Board, step: Activity): Activity | undefined {
  if (step.settings.round !== "second") return undefined;
  if (step.source) return board.get("activity", step.source);
  return board
    .all("activity")
    .filter((other) => other.kind === "rating" && other.position < step.position && other.settings.round === "first")
    .sort(byPosition)
    .pop();
}

/** A difference with its sign. */
export function signed(shift: string): string {
  return leftToRight(Number(shift) > 0 ? `+${shift}` : shift.replace("-", "−"));
}

/** Which means of a measure are others than in the first round. */
export function moved(item: RatingItem): { c: string; before: string; now: string }[] {
  return CRITERIA.flatMap((c) => {
    const before = item.first?.means?.[c];
    const now = item.means?.[c];
    return before !== undefined && now !== undefined && before !== now ? [{ c, before, now }] : [];
  });
}
