/** The cards that this phone judges: which it holds, which come next, and what it has said of them. */

import type { Board } from "../../../../shared/web/front/board";
import type { Activity, Card, Cluster } from "../../../../shared/web/front/records";
import { cardsOf, clustersOf, sourceOf } from "../../../../shared/web/front/select";

export const NONE = "";
export const UNCLEAR = "?";

/** What was said of each card: the deal that it was said in, and the group. */
export type Taps = Record<string, [number, string]>;

export interface Paper {
  taps?: Taps;
}

export function dealOf(card: Card): number {
  return card.verdict?.deal ?? 1;
}

/** The groups that a card may be put into, in wall order. */
export function pilesOf(board: Board, activity: Activity): Cluster[] {
  return clustersOf(board, activity.id).filter((cluster) => !cluster.aside);
}

/** The cards that the room has come to nothing about yet. */
export function openCards(board: Board, activity: Activity): Map<string, Card> {
  const source = sourceOf(board, activity);
  const groups = new Set(clustersOf(board, activity.id).map((cluster) => cluster.id));
  const open = (source ? cardsOf(board, source.id) : []).filter(
    (card) => !groups.has(card.cluster ?? "") && !card.verdict?.state,
  );
  return new Map(open.map((card) => [card.id, card]));
}

/** What this phone has said of a card, where it still counts: a group that is gone, or a new deal, gives the card back. */
export function saidOf(card: Card, taps: Taps, piles: readonly Cluster[]): string | undefined {
  const tap = taps[card.id];
  if (!tap || tap[0] !== dealOf(card)) return undefined;
  const stands = tap[1] === NONE || tap[1] === UNCLEAR || piles.some((pile) => pile.id === tap[1]);
  return stands ? tap[1] : undefined;
}
