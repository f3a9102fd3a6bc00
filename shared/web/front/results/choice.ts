/** The result of a choice. */

import type { Sector, VoteResult } from "../records";
import type { Remark } from "./poll";

export interface ChoiceItem {
  id: string;
  title: string;
  short: string;
  place: number;
  /** Ballots that chose it. */
  n: number;
  /** Of all ballots, with two decimals. */
  percent: string;
  by_sector?: Partial<Record<Sector, number>>;
  /** Percent with two decimals. */
  balanced?: string;
  balanced_place?: number;
}

export interface ChoiceResult extends VoteResult {
  rule: "choice";
  least: number;
  /** 0: any number. */
  most: number;
  /** Ballots with fewer choices than asked for. */
  short: number;
  /** The one option that more than half of all ballots chose. */
  majority: string | null;
  items: ChoiceItem[];
  /** Reasons, apart from the choices, where they are asked. */
  remarks?: Remark[];
}
