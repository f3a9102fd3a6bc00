/** The result of a ranking, by Schulze and by Borda. */

import type { Sector, VoteResult } from "../records";

export type Method = "schulze" | "borda";

export interface RankingItem {
  id: string;
  title: string;
  short: string;
  place: number;
  schulze_place: number;
  borda_place: number;
  /** Points with two decimals. */
  points: string;
  /** How often on the first place, on the second ...; last: how often left out. */
  spots: number[];
  /** Options that beat this one by Schulze. */
  beaten_by: string[];
  /** Mean points of a sector's ballots, with two decimals. */
  by_sector?: Partial<Record<Sector, string>>;
  balanced?: string;
  balanced_place?: number;
}

/** How one option beats another: the strongest way, its strength, that of the way back. */
export interface Way {
  over: string[];
  strength: number;
  back: number;
}

export interface RankingResult extends VoteResult {
  rule: "ranking";
  method: Method;
  places: number;
  methods_differ: boolean;
  /** Who comes before every other in direct comparison. */
  condorcet: string | null;
  /** Ballots that put one before the other. */
  pairs: Record<string, Record<string, number>>;
  paths: Record<string, Record<string, number>>;
  ways: Way[];
  items: RankingItem[];
}

export function otherMethod(method: Method): Method {
  return method === "schulze" ? "borda" : "schulze";
}

/** How many options an item beats by Schulze. */
export function beats(result: RankingResult, item: RankingItem): number {
  return result.items.filter((other) => other.beaten_by.includes(item.id)).length;
}

/** The names of those that the other method puts first, where it puts others first than the deciding one. */
export function otherFirst(result: RankingResult): string | null {
  const first = (place: (item: RankingItem) => number) =>
    result.items
      .filter((item) => place(item) === 1)
      .map((item) => item.short || item.title)
      .join(", ");
  const other = first((item) => item[`${otherMethod(result.method)}_place`]);
  return other === first((item) => item.place) ? null : other;
}

/** Points as people write them: no decimals where there are none to tell. */
export function plain(points: string): string {
  return points.replace(/\.00$/, "");
}
