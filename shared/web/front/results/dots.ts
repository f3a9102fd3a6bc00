/** The result of a vote with dots. */

import type { Sector, VoteResult } from "../records";

export interface DotsItem {
  id: string;
  title: string;
  short: string;
  dots: number;
  place: number;
  minus?: number;
  by_sector?: Partial<Record<Sector, number>>;
  /** Percent with two decimals. */
  balanced?: string;
  balanced_place?: number;
}

export interface DotsResult extends VoteResult {
  rule: "dots";
  dots: number;
  most: number;
  unused: number;
  items: DotsItem[];
}
