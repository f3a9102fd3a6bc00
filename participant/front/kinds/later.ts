/** Kinds whose views come after the first page: one line a kind, one file beside this one. */

import type { Kinds } from "../later";
import { Fund } from "./fund";
import { Pledging } from "./pledging";
import { MeasureSheet } from "./sheet";

export const LATER: Kinds = {
  fund: Fund,
  sheet: MeasureSheet,
  plan: Pledging,
  commit: Pledging,
};
