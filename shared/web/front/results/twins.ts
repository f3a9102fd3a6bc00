/** The result of "same or different?", and which pairs a seat is asked about. */

import type { Activity, VoteResult } from "../records";

export const ANSWERS = ["different", "same", "unsure"] as const;
export type Answer = (typeof ANSWERS)[number];

export interface AskedPair {
  /** "card/card". */
  id: string;
  cards: { id: string; title: string }[];
  /** How many were asked and answered; what they said is told from four answers on. */
  n: number;
  same?: number;
  different?: number;
  unsure?: number;
  /** Three quarters say that they are the same. */
  alike: boolean;
}

export interface TwinsResult extends VoteResult {
  rule: "twins";
  pairs: AskedPair[];
}

/** The pairs that the seat of a number is asked about, as the server deals them (shared/voting/twins.py). */
export function handOf(activity: Activity, number: number): string[] {
  const pairs = activity.options;
  const each = Math.min(Number(activity.settings.each), pairs.length);
  return Array.from({ length: each }, (_, i) => pairs[(number * Number(activity.settings.each) + i) % pairs.length] as string);
}
