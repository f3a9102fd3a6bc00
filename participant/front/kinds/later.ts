/** Kinds whose views come after the first page: one line a kind, one file beside this one. */

import type { Kinds } from "../later";

export const LATER: Kinds = {};
