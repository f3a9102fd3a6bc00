/** How places have changed since the first round of a vote. */

import type { Translate } from "./i18n";

export interface Moved {
  id: string;
  title: string;
  short: string;
  place: number;
  place_before?: number;
}

/** "Roads from place 3 to 1, Energy from place 1 to 2"; null where the result is of no second round. */
export function movesOf(items: readonly Moved[], t: Translate): string | null {
  if (!items.some((item) => item.place_before !== undefined)) return null;
  return items
    .filter((item) => item.place_before !== undefined && item.place_before !== item.place)
    .map((item) =>
      t("vote.words.moved", { title: item.short || item.title, before: item.place_before as number, now: item.place }),
    )
    .join(", ");
}
