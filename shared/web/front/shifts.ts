/** How places have changed since the first round of a vote. */

import { leftToRight } from "./figures";

export interface Moved {
  id: string;
  title: string;
  short: string;
  place: number;
  place_before?: number;
}

/** "Roads 3. → 1., Energy 1. → 2."; null where the result is of no second round. */
export function movesOf(items: readonly Moved[]): string | null {
  if (!items.some((item) => item.place_before !== undefined)) return null;
  return items
    .filter((item) => item.place_before !== undefined && item.place_before !== item.place)
    .map((item) => `${item.short || item.title} ${leftToRight(`${item.place_before}. → ${item.place}.`)}`)
    .join(", ");
}
