/** One's own stories: what the server says is mine, with what is still on its way laid over it. */

import type { Item } from "../../shared/web/front/outbox";
import type { Card, Mine, Story } from "../../shared/web/front/records";
import type { OwnCard } from "./own";

export interface OwnStory extends Story {
  id: string;
  title: string;
  state: OwnCard["state"];
  message?: string;
  /** The command that was refused. */
  item?: Item;
}

export function ownStories(mine: Mine | null, items: readonly Item[], activity: string): OwnStory[] {
  const stories = new Map<string, OwnStory>();
  const known = Object.values(mine?.records.card ?? {}).filter((card) => card.activity === activity);
  for (const card of known.sort((a, b) => a.position - b.position)) stories.set(card.id, fromCard(card));
  for (const item of items) {
    const id = String(item.args.card);
    if (item.verb === "story.write" && item.args.activity === activity) stories.set(id, fromItem(id, item));
    else if (item.verb === "card.withdraw" && item.state !== "refused") stories.delete(id);
  }
  return [...stories.values()];
}

/** How many count against the limit: all but those that the server refused. */
export function handedIn(stories: readonly OwnStory[]): number {
  return stories.filter((story) => story.state !== "refused").length;
}

function fromCard(card: Card): OwnStory {
  return { ...card.story, id: card.id, title: card.text, state: card.state === "hidden" ? "hidden" : "saved" };
}

function fromItem(id: string, item: Item): OwnStory {
  const words = item.args as Partial<Story> as Story & { title: string };
  return { ...words, id, state: item.state, ...(item.state === "refused" ? { item, message: item.message ?? "" } : {}) };
}
