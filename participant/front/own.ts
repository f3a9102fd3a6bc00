/** One's own cards: what the server says is mine, with what is still on its way laid over it. */

import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Activity, Card, Mine } from "../../shared/web/front/records";

export interface OwnCard {
  id: string;
  text: string;
  tags: Record<string, string>;
  /** saved: with the facilitator · looked_at: waits for approval · hidden: put aside · the rest as in the outbox */
  state: Exclude<ItemState, "saved"> | "saved" | "looked_at" | "hidden";
  /** The command that is on its way or was refused. */
  item?: Item;
  message?: string;
}

/** List one's own cards in an activity, newest first. */
export function ownCards(mine: Mine | null, items: readonly Item[], activity: string): OwnCard[] {
  const cards = new Map<string, OwnCard>();
  const known = Object.values(mine?.records.card ?? {}).filter((card) => card.activity === activity);
  for (const card of known.sort((a, b) => a.position - b.position)) cards.set(card.id, fromCard(card));
  for (const item of items) {
    const id = String(item.args.card);
    const card = cards.get(id);
    if (item.verb === "card.add" && item.args.activity === activity && !card) cards.set(id, fromItem(id, item));
    else if (card && item.verb === "card.reword") cards.set(id, reworded(card, item));
    else if (card && item.verb === "card.withdraw") withdraw(cards, card, item);
  }
  return [...cards.values()].reverse();
}

/** The colour of an activity's cards. */
export function stockOf(activity: Activity): string {
  return String(activity.settings.stock ?? "yellow");
}

/** How many cards count against the limit: all but those that the server refused. */
export function written(cards: OwnCard[]): number {
  return cards.filter((card) => !(card.state === "refused" && card.item?.verb === "card.add")).length;
}

const STATES = { shown: "saved", waiting: "looked_at", hidden: "hidden" } as const;

function fromCard(card: Card): OwnCard {
  return { id: card.id, text: card.text, tags: card.tags ?? {}, state: STATES[card.state ?? "shown"] };
}

function fromItem(id: string, item: Item): OwnCard {
  const card = { id, text: String(item.args.text), tags: (item.args.tags ?? {}) as Record<string, string> };
  return { ...card, state: item.state, item, ...(item.message ? { message: item.message } : {}) };
}

function reworded(card: OwnCard, item: Item): OwnCard {
  const words = { ...card, text: String(item.args.text), item };
  if (item.state === "refused") return { ...words, state: "refused", ...(item.message ? { message: item.message } : {}) };
  return { ...words, state: item.state === "saved" ? card.state : item.state };
}

function withdraw(cards: Map<string, OwnCard>, card: OwnCard, item: Item): void {
  if (item.state === "refused") {
    cards.set(card.id, { ...card, state: "refused", item, ...(item.message ? { message: item.message } : {}) });
  } else cards.delete(card.id);
}
