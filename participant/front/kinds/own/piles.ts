/** One's own piles of cards: which cards are still to be sorted, and what a tap makes of the piles. */

import type { Board } from "../../../../shared/web/front/board";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { cardsOf, clustersOf, sourceOf } from "../../../../shared/web/front/select";
import { shuffled } from "../../shuffle";

export type Piles = readonly (readonly string[])[];

export interface Paper {
  piles?: Piles;
}

/** Cards at a time: more tire. Each phone begins with others, so that all are sorted by somebody. */
export const HAND = 30;

/** The cards that hang free on the wall, in this phone's own order. */
export function freeCards(board: Board, activity: Activity, seed: string): Card[] {
  const source = sourceOf(board, activity);
  const groups = new Set(clustersOf(board, activity.id).map((cluster) => cluster.id));
  const free = (source ? cardsOf(board, source.id) : []).filter((card) => !groups.has(card.cluster ?? ""));
  return shuffled(free, `${seed}/${activity.id}`);
}

/** The piles without what has gone meanwhile; each keeps its number, by which it is added to. */
export function standing(piles: Piles, cards: ReadonlyMap<string, Card>): { number: number; cards: Card[] }[] {
  return piles
    .map((pile, number) => ({ number, cards: pile.flatMap((id) => cards.get(id) ?? []) }))
    .filter((pile) => pile.cards.length > 0);
}

/** Lay a card on a pile, or begin a new one with it; where it lay before it is taken away. */
export function laid(piles: Piles, card: string, number: number | null): string[][] {
  const next = piles.map((pile, i) => [...pile.filter((id) => id !== card), ...(i === number ? [card] : [])]);
  if (number === null) next.push([card]);
  return next.filter((pile) => pile.length > 0);
}

/** Take a card back into the hand. */
export function lifted(piles: Piles, card: string): string[][] {
  return piles.map((pile) => pile.filter((id) => id !== card)).filter((pile) => pile.length > 0);
}
