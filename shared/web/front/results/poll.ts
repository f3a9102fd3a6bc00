/** The results of polls: votes with a single question. */

import type { Sector, VoteResult } from "../records";

/** One answer that could be given, and how many gave it. */
export interface Tallied {
  value: number;
  n: number;
  by_sector?: Partial<Record<Sector, number>>;
}

/** What a first round came to. */
export interface Before {
  n: number;
  mean?: string;
}

export interface ScaleResult extends VoteResult {
  rule: "scale";
  /** Who said that they do not know; they are not in n. */
  unsure: number;
  n: number;
  steps: Tallied[];
  /** The lower and the upper one; absent, like all that follows, where nobody gave a value. */
  median?: [number, number];
  /** With one decimal; `exact` is the fraction. */
  mean?: string;
  exact?: string;
  least?: number;
  most?: number;
  /** Between them lies the middle half. */
  half?: [string, string];
  /** The middle half covers half of the scale or more. */
  divided?: boolean;
  /** Means. */
  by_sector?: Partial<Record<Sector, string>>;
  balanced?: string;
  before?: Before;
}
