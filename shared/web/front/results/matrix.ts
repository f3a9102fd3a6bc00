/** The result of a matrix: location factors from -3 to +3, by sector, with evidence, gaps and what was settled beside them. */

import type { Board } from "../board";
import { factorOf, type Reach } from "../factors";
import { leftToRight } from "../figures";
import type { Activity, Amendment, Finding, Sector, VoteResult } from "../records";

/** Figures are written with their decimals, "-1.5". */
export interface SectorFigures {
  n: number;
  median: string;
  spread: string;
}

export interface MatrixItem {
  /** The factor's code. */
  id: string;
  n: number;
  /** How many said that they do not know. */
  unknown: number;
  median?: string;
  spread?: string;
  /** How often -3, -2 ... +3 was given. */
  ratings?: number[];
  importance?: string;
  priority?: string;
  /** How often worse, the same, better was said, and what most said: -1, 0 or 1. */
  trends?: [number, number, number];
  trend?: number;
  by_sector?: Partial<Record<Sector, SectorFigures>>;
  /** Between the sectors' medians; `flag`: worth a talk; `between`: the lower, the higher. */
  gap?: string;
  flag?: boolean;
  between?: [Sector, Sector];
  /** Sources that tell of it, and those whose sector is known. */
  sources: number;
  evidence: Partial<Record<Sector, number>>;
  confidence: "high" | "medium" | "low";
}

/** Where a factor is going, as a sign: worse, the same, better. */
export function arrowOf(item: MatrixItem): string {
  return item.trend === undefined ? "" : (["↓", "=", "↑"][item.trend + 1] as string);
}

export interface MatrixResult extends VoteResult {
  rule: "matrix";
  items: MatrixItem[];
}

/** The workshop that a matrix was taken over from. */
export interface Origin {
  workshop: string;
  title: string;
  date: string;
}

export const MOST_ADVANTAGES = 5;
export const MOST_OBSTACLES = 10;

export function matrixOf(step: Activity): MatrixResult | null {
  return step.result?.rule === "matrix" ? (step.result as MatrixResult) : null;
}

export function originOf(step: Activity): Origin | undefined {
  return step.settings.origin as Origin | undefined;
}

/** The first by priority that help, and those that hinder. */
export function firstOf(result: MatrixResult, sign: "+" | "-"): MatrixItem[] {
  const way = sign === "+" ? 1 : -1;
  const fitting = result.items.filter((item) => Number(item.median ?? 0) * way > 0);
  return fitting.slice(0, sign === "+" ? MOST_ADVANTAGES : MOST_OBSTACLES);
}

export function amendmentOf(board: Board, step: Activity, factor: string): Amendment | undefined {
  return board.all("amendment").find((one) => one.activity === step.id && one.factor === factor);
}

/** How far the room reaches a factor: as it said, else as is usual. */
export function reachOf(factor: string, amendment: Amendment | undefined): Reach {
  return amendment?.reach || (factorOf(factor)?.reach ?? "L");
}

/** What local people cannot change: obstacles that reach beyond the region, and whatever the room has put there. */
export function advocacy(board: Board, step: Activity, result: MatrixResult): MatrixItem[] {
  return result.items.filter((item) => {
    const amendment = amendmentOf(board, step, item.id);
    const value = amendment?.rating ?? Number(item.median ?? 0);
    return amendment?.reach === "N" || (reachOf(item.id, amendment) === "N" && value < 0);
  });
}

/** The finding that speaks best for a factor: the most marked of those that fit its sign. */
export function voiceOf(board: Board, item: MatrixItem): Finding | undefined {
  const sign = Number(item.median ?? 0) > 0 ? "+" : "-";
  const fitting = board.all("finding").filter((one) => one.factors.includes(item.id) && one.sign === sign && one.shown !== false);
  return fitting.sort((a, b) => b.marks - a.marks || a.position - b.position || (a.id < b.id ? -1 : 1))[0];
}

/** A rating as people write it: "+2", "−1.5", "0". */
export function signed(value: number | string | undefined): string {
  if (value === undefined) return "–";
  const n = Number(value);
  return leftToRight(n > 0 ? `+${n}` : n < 0 ? `−${-n}` : "0");
}
