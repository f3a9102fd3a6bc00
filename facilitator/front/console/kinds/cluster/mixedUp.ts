/** Two groups that people mix up are probably one, or badly named. */

import type { Card } from "../../../../../shared/web/front/records";

const FEWEST_CARDS = 10;
const SHARE = 0.2; // of the cards that were judged; with more in talk the groups are bad

export interface MixedUp {
  one: string;
  other: string;
  times: number;
}

/** The two groups that were named for the same card most often, where too many cards end in talk. */
export function mixedUp(cards: readonly Card[], groups: readonly string[]): MixedUp | null {
  const judged = cards.filter((card) => card.verdict?.state);
  const contested = judged.filter((card) => card.verdict?.state === "contested").length;
  if (judged.length < FEWEST_CARDS || contested <= SHARE * judged.length) return null;
  let most: MixedUp | null = null;
  groups.forEach((one, i) => {
    for (const other of groups.slice(i + 1)) {
      const both = judged.filter(({ verdict }) => verdict?.wishes?.[one] && verdict.wishes[other]);
      if (both.length > (most?.times ?? 1)) most = { one, other, times: both.length };
    }
  });
  return most;
}
