/** How the middle of an even number of answers is told. */

import type { Translate } from "./i18n";

/** "4", or "between 3 and 4" where the lower and the upper median differ. */
export function medianOf([low, high]: readonly [number, number], t: Translate): string {
  return low === high ? String(low) : t("poll.words.between", { low: String(low), high: String(high) });
}
