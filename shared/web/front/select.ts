/** Questions that screens ask of the board. */

import type { Board } from "./board";
import type { Activity, Card, Cluster, Workshop } from "./records";

const MAKES: Record<string, "cards" | "clusters"> = { brainstorm: "cards", stories: "cards", cluster: "clusters" };

export function workshopOf(board: Board): Workshop | undefined {
  return board.all("workshop")[0];
}

/** The agenda in its order. */
export function agendaOf(board: Board): Activity[] {
  return board.all("activity").sort(byPosition);
}

/** The step that the room is at; undefined in the lobby. */
export function stepOf(board: Board): Activity | undefined {
  return board.get("activity", workshopOf(board)?.now);
}

/** A writing that collects cards before the workshop begins; who comes early lands in it. */
export function collectingOf(board: Board): Activity | undefined {
  if (workshopOf(board)?.started_at !== null) return undefined;
  return agendaOf(board).find((step) => step.kind === "brainstorm" && step.phase === "open" && step.settings.until);
}

/** The activity that this one takes its cards or clusters from: the named one, else the nearest earlier one that makes them. */
export function sourceOf(board: Board, activity: Activity): Activity | undefined {
  if (activity.source) {
    const first = firstRoundOf(board, activity);
    return first ? sourceOf(board, first) : board.get("activity", activity.source);
  }
  const nearest = agendaOf(board)
    .filter((other) => other.position < activity.position)
    .reverse();
  const wants = takes(activity);
  for (const wanted of wants) {
    // Whoever votes behind stories votes on them, although there are groups of an earlier step.
    const found = nearest.find((other) => MAKES[other.kind] === wanted || (other.kind === "stories" && wants.includes("cards")));
    if (found) return found;
  }
  return undefined;
}

/** What a step takes, best first: sorting and a vote about cards take cards, a vote about groups groups or else cards. */
function takes(activity: Activity): ("cards" | "clusters")[] {
  if (activity.kind === "cluster" || activity.kind === "twins" || activity.settings.about === "cards") return ["cards"];
  return activity.settings.about === "groups" ? ["clusters", "cards"] : [];
}

/** The vote of which this one is the second round. */
export function firstRoundOf(board: Board, activity: Activity): Activity | undefined {
  const source = board.get("activity", activity.source);
  return source && source.kind === activity.kind ? source : undefined;
}

/** A step that has taken ballots or does: what it is about was fixed when it opened. */
export function isVote(step: Activity): boolean {
  return step.options.length > 0;
}

/** The votes whose result has been shown, in the order of the agenda. */
export function votesOf(board: Board): Activity[] {
  return agendaOf(board).filter((step) => isVote(step) && step.result);
}

/** The groups of a cluster step in wall order, those set aside last. */
export function clustersOf(board: Board, activity: string): Cluster[] {
  return board
    .all("cluster")
    .filter((cluster) => cluster.activity === activity)
    .sort((a, b) => Number(a.aside) - Number(b.aside) || byPosition(a, b));
}

/** The cards of a brainstorm that hang: shown and not merged into another. */
export function cardsOf(board: Board, activity: string): Card[] {
  return board
    .all("card")
    .filter((card) => card.activity === activity && (card.state ?? "shown") === "shown" && !card.merged_into)
    .sort(byPosition);
}

/** What a card is marked as, in words: a measure by its title, nothing where it is gone. */
export function tagWords(board: Board, tags: Record<string, string> | undefined): string[] {
  const words = Object.entries(tags ?? {}).map(([name, tag]) => (name === "measure" ? board.get("measure", tag)?.title : tag));
  return words.filter((word): word is string => Boolean(word));
}

/** The cards that were merged into this one. */
export function mergedInto(board: Board, card: string): Card[] {
  return board
    .all("card")
    .filter((other) => other.merged_into === card)
    .sort(byPosition);
}

/** The letter of a group by its place: A to Z, then AA, AB ... */
export function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last;
}

/** What a vote is about, in board order, with the words to show. */
export interface Option {
  id: string;
  title: string;
  short: string;
  letter: string;
  pictogram: string;
}

/** What a vote is about: what was fixed when it opened, before that what it would be about if it opened now. */
export function optionsOf(board: Board, activity: Activity): Option[] {
  const source = sourceOf(board, activity);
  const clusters = source ? clustersOf(board, source.id) : [];
  const letters = new Map(clusters.map((cluster, place) => [cluster.id, letterOf(place)]));
  const ids = activity.phase === "draft" ? coming(board, activity) : activity.options;
  return ids.flatMap((id) => {
    const cluster = board.get("cluster", id);
    if (cluster) {
      const { title, short, pictogram } = cluster;
      return [{ id, title, short, pictogram, letter: letters.get(id) ?? "" }];
    }
    const title = board.get("card", id)?.text ?? board.get("measure", id)?.title ?? ownChoice(activity, id);
    return title === undefined ? [] : [{ id, title, short: "", pictogram: "", letter: "" }];
  });
}

/** The step's own choices are called own-1, own-2 ... in their order. */
function ownChoice(activity: Activity, id: string): string | undefined {
  return id.startsWith("own-") ? ownChoices(activity)[Number(id.slice(4)) - 1] : undefined;
}

function ownChoices(activity: Activity): string[] {
  return activity.settings.about === "own" ? ((activity.settings.choices as string[] | undefined) ?? []) : [];
}

function coming(board: Board, activity: Activity): string[] {
  const first = firstRoundOf(board, activity);
  if (first) return first.options.filter((id) => !goneIn(first).has(id));
  const gone = new Set(earlierThan(board, activity).flatMap((other) => [...goneIn(other)]));
  const own = activity.settings.about === "own";
  const ids = candidates(board, activity).filter((id) => own || !gone.has(id));
  const top = activity.settings.about === "own" ? 0 : Number(activity.settings.top ?? 0);
  const places = top ? placesBefore(board, activity, ids) : null;
  return places ? ids.filter((id) => (places.get(id) ?? ids.length + top) <= top) : ids;
}

/** The places that the nearest vote before gave these, where it was shown. */
function placesBefore(board: Board, activity: Activity, ids: string[]): Map<string, number> | null {
  const earlier = agendaOf(board).filter((other) => other.position < activity.position);
  for (const other of earlier.reverse()) {
    const items = (other.result as { items?: { id: string; place?: number }[] } | null | undefined)?.items ?? [];
    const placed = items.filter((item) => item.place !== undefined);
    if (placed.some((item) => ids.includes(item.id))) return new Map(placed.map((item) => [item.id, item.place ?? 0]));
  }
  return null;
}

function earlierThan(board: Board, activity: Activity): Activity[] {
  return agendaOf(board).filter((other) => other.position < activity.position && other.settings.about !== "own");
}

/** What was said after a vote to be the same as another thing: it stands for vote no more. */
function goneIn(vote: Activity): Set<string> {
  const joined = (vote.result as { joined?: { gone: string }[] } | null | undefined)?.joined ?? [];
  return new Set(joined.map(({ gone }) => gone));
}

function candidates(board: Board, activity: Activity): string[] {
  if (activity.settings.about === "own") return ownChoices(activity).map((_, i) => `own-${i + 1}`);
  if (activity.settings.about === "measures") return idsOf(board.all("measure").filter(stands).sort(byPosition));
  const source = sourceOf(board, activity);
  if (!source) return [];
  if (MAKES[source.kind] === "cards") return idsOf(cardsOf(board, source.id).filter((card) => card.story?.consent !== "none"));
  return idsOf(clustersOf(board, source.id).filter((cluster) => !cluster.aside));
}

/** Whether the room has not set a measure aside. */
export function stands(measure: { parked?: string }): boolean {
  return !measure.parked;
}

function idsOf(records: { id: string }[]): string[] {
  return records.map((record) => record.id);
}

export function byPosition(a: { position: number; id: string }, b: { position: number; id: string }): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
