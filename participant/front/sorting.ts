/** The board of a sorting as this phone sees it: the room's, with its own moves on their way laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item } from "../../shared/web/front/outbox";
import type { Activity, Card, Cluster } from "../../shared/web/front/records";
import { cardsOf, clustersOf, letterOf, sourceOf } from "../../shared/web/front/select";

export interface Group {
  id: string;
  title: string;
  short: string;
  pictogram: string;
  letter: string;
  aside: boolean;
  cards: Card[];
}

export interface Sorting {
  groups: Group[];
  unsorted: Card[];
  total: number;
}

/** Verbs by which a phone sorts. */
export const SORTING_VERBS = new Set(["card.move", "cluster.add", "cluster.rename"]);

export function sortingOf(board: Board, activity: Activity, items: readonly Item[]): Sorting {
  const source = sourceOf(board, activity);
  const cards = new Map((source ? cardsOf(board, source.id) : []).map((card) => [card.id, card]));
  const clusters = new Map(clustersOf(board, activity.id).map((cluster) => [cluster.id, cluster]));
  for (const item of items) if (item.state !== "refused") lay(cards, clusters, activity, item);
  const groups = [...clusters.values()].map((cluster, place): Group => {
    const { id, title, short, pictogram, aside } = cluster;
    return { id, title, short, pictogram, aside, letter: letterOf(place), cards: [] };
  });
  const byId = new Map(groups.map((group) => [group.id, group]));
  const unsorted: Card[] = [];
  for (const card of cards.values()) (byId.get(card.cluster ?? "")?.cards ?? unsorted).push(card);
  return { groups, unsorted, total: cards.size };
}

function lay(cards: Map<string, Card>, clusters: Map<string, Cluster>, activity: Activity, item: Item): void {
  const put = (id: unknown, cluster: unknown) => {
    const card = cards.get(String(id));
    if (card) cards.set(card.id, { ...card, cluster: cluster === null ? null : String(cluster) });
  };
  const { args } = item;
  const id = String(args.cluster);
  if (item.verb === "card.move") put(args.card, args.cluster);
  if (item.verb === "cluster.add" && args.activity === activity.id) {
    const title = String(args.title);
    const fresh = { id, activity: activity.id, title, short: title, pictogram: "", position: Number.MAX_VALUE, aside: false };
    if (!clusters.has(id)) clusters.set(id, fresh);
    for (const card of (args.cards ?? []) as string[]) put(card, id);
  }
  const cluster = clusters.get(id);
  if (item.verb === "cluster.rename" && cluster) clusters.set(id, { ...cluster, title: String(args.title) });
}
