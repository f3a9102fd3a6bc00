/** Who does what by when with what: what the server tells, with one's own lines that are still on their way laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Pledge } from "../../shared/web/front/records";
import { byPosition } from "../../shared/web/front/select";

export interface Line extends Pledge {
  /** Written on this phone, which may change it. */
  own: boolean;
  state: ItemState;
  message?: string;
  /** The command that was refused. */
  item?: Item;
}

/** All lines of a step, in the order in which they were written. */
export function linesOf(board: Board, items: readonly Item[], activity: string): Line[] {
  const own = board.mine?.records.pledge ?? {};
  const lines = new Map<string, Line>();
  for (const pledge of board.all("pledge").sort(byPosition)) {
    if (pledge.activity === activity) lines.set(pledge.id, { ...pledge, own: pledge.id in own, state: "saved" });
  }
  for (const item of items) {
    const id = String(item.args.pledge);
    if (item.verb === "pledge.write" && item.args.activity === activity) lines.set(id, written(lines.get(id), item));
    if (item.verb === "pledge.drop") dropped(lines, id, item);
  }
  return [...lines.values()];
}

function written(before: Line | undefined, item: Item): Line {
  const blank = { measure: null, who: "", due: "", means: "", champion: false, position: Number.MAX_SAFE_INTEGER };
  const words = { ...blank, ...before, ...(item.args as Partial<Pledge>), id: String(item.args.pledge) } as Line;
  return { ...words, own: true, state: item.state, ...refusal(item) };
}

function dropped(lines: Map<string, Line>, id: string, item: Item): void {
  const line = lines.get(id);
  if (!line) return;
  if (item.state === "refused") lines.set(id, { ...line, state: "refused", ...refusal(item) });
  else lines.delete(id);
}

function refusal(item: Item): { item?: Item; message?: string } {
  return item.state === "refused" ? { item, message: item.message ?? "" } : {};
}
