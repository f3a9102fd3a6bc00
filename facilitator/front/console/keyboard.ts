/** Listens to the keys and does what they mean; keeps the focus on a card that has moved. */

import type { Card } from "../../../shared/web/front/records";
import { clustersOf } from "../../../shared/web/front/select";
import {
  actMain,
  addGroup,
  approveCard,
  hideCard,
  moveCards,
  placedCards,
  redoLast,
  sortingOf,
  toggleCover,
  toggleJoin,
  toggleLock,
  togglePause,
  undoLast,
} from "./acts";
import type { App } from "./app";
import { carried, nearest, type Way } from "./drop";
import { type KeyAct, meaning, type Stroke } from "./keys";

/** Begin to listen; answers with the way to stop. */
export function listenToKeys(app: App, help: () => void, page: Document = document): () => void {
  const heard = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const act = meaning({ ...pick(event), on: placeOf(event.target) }, app.prefs.keys.value);
    if (!act || (event.repeat && !isArrow(act)) || page.querySelector("[aria-modal]")) return;
    if (perform(app, help, act, cardOf(app, event.target))) event.preventDefault();
  };
  page.addEventListener("keydown", heard);
  return () => page.removeEventListener("keydown", heard);
}

function perform(app: App, help: () => void, act: KeyAct, card: Card | undefined): boolean {
  const plain: Partial<Record<string, () => void>> = {
    main: () => actMain(app),
    pause: () => togglePause(app),
    cover: () => toggleCover(app),
    lock: () => toggleLock(app),
    join: () => toggleJoin(app),
    undo: () => undoLast(app),
    redo: () => redoLast(app),
    help,
    group: () => group(app),
    clear: () => {
      app.chosen.value = [];
    },
  };
  if (typeof act === "string" && plain[act]) {
    plain[act]?.();
    return true;
  }
  if (!card) return false;
  if (typeof act === "object") return toPile(app, card, act.pile);
  if (act === "hide") hideCard(app, card);
  else if (act === "approve") approveCard(app, card);
  else if (act === "edit") app.editing.value = card.id;
  else if (act === "move") app.cardMenu.value = card.id;
  else if (act.startsWith("carry_")) return carry(app, card, act.slice(6) as Way);
  else return walk(card, act as Way);
  return true;
}

/** The focused card, or all that are chosen where it is one of them. */
export function inHand(app: App, card: string): readonly string[] {
  return app.chosen.value.includes(card) ? app.chosen.value : [card];
}

async function group(app: App): Promise<void> {
  const sorting = sortingOf(app);
  if (!sorting) return;
  const id = await addGroup(app, sorting);
  if (id) focusName(id);
}

/** Go into the name of a group as soon as it hangs, all of it selected: what is typed is its name. */
export function focusName(cluster: string): void {
  waiting?.disconnect();
  const go = () => {
    const box = document.querySelector<HTMLElement>(`[data-name="${cluster}"]`);
    if (!box) return false;
    box.focus();
    getSelection()?.selectAllChildren(box);
    return true;
  };
  if (go()) return;
  const observer = new MutationObserver(() => go() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  waiting = observer;
}

let waiting: MutationObserver | undefined;

function toPile(app: App, card: Card, place: number): boolean {
  const sorting = sortingOf(app);
  const target = sorting && clustersOf(app.board, sorting.id)[place];
  if (!sorting || !target) return false;
  void moveCards(app, sorting, inHand(app, card.id), target.id, null);
  return true;
}

function carry(app: App, card: Card, way: Way): boolean {
  const sorting = sortingOf(app);
  if (!sorting) return false;
  const shown = placedCards(app, sorting);
  const here = shown.find((other) => other.id === card.id)?.cluster ?? null;
  if (way === "up" || way === "down") {
    const before = carried(
      shown.filter((other) => other.cluster === here),
      card.id,
      way === "up" ? -1 : 1,
    );
    if (here === null || before === undefined) return true;
    void moveCards(app, sorting, [card.id], here, before ?? END);
    return true;
  }
  const piles = [null, ...clustersOf(app.board, sorting.id).map((cluster) => cluster.id)];
  const to = piles.indexOf(here) + (way === "left" ? -1 : 1);
  if (to >= 0 && to < piles.length) void moveCards(app, sorting, inHand(app, card.id), piles[to] ?? null, null);
  return true;
}

/** Below the last of a pile. */
export const END = "";

function walk(card: Card, way: Way): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-card]")];
  const here = all.find((element) => element.dataset.card === card.id);
  const others = all.filter((element) => element !== here);
  if (!here) return false;
  const found = nearest(
    here.getBoundingClientRect(),
    others.map((element) => element.getBoundingClientRect()),
    way,
  );
  others[found]?.focus();
  return true;
}

function pick(event: KeyboardEvent): Omit<Stroke, "on"> {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function placeOf(target: EventTarget | null): Stroke["on"] {
  if (!(target instanceof HTMLElement)) return "elsewhere";
  if (target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]")) return "text";
  if (target.dataset.card) return "card";
  return target.matches("a[href], button, summary, input, [role=menuitem], [role=tab]") ? "control" : "elsewhere";
}

function cardOf(app: App, target: EventTarget | null): Card | undefined {
  return target instanceof HTMLElement ? app.board.get("card", target.dataset.card) : undefined;
}

function isArrow(act: KeyAct): boolean {
  return typeof act === "string" && ["left", "right", "up", "down"].includes(act);
}
