/** Records as the server tells them, with what this phone has written and not yet been answered laid over. */

import type { Board } from "../../shared/web/front/board";
import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Kinds } from "../../shared/web/front/records";
import { byPosition } from "../../shared/web/front/select";

/** Kinds of records that phones write line by line. */
export type Written = "pledge" | "voice";

export interface Overlay {
  /** Written on this phone, which may change it. */
  own: boolean;
  state: ItemState;
  message?: string;
  /** The command that was refused. */
  item?: Item;
}

export interface Verbs {
  write: string;
  drop: string;
}

/** All records of a kind in a step, in the order in which they were written; `blank` is what a new one begins with. */
export function overlaid<K extends Written>(
  board: Board,
  items: readonly Item[],
  kind: K,
  verbs: Verbs,
  blank: Partial<Kinds[K]>,
  activity: string,
): (Kinds[K] & Overlay)[] {
  type Line = Kinds[K] & Overlay;
  const own = board.mine?.records[kind] ?? {};
  const lines = new Map<string, Line>();
  for (const record of board.all(kind).sort(byPosition)) {
    if (record.activity === activity) lines.set(record.id, { ...record, own: record.id in own, state: "saved" });
  }
  for (const item of items) {
    const id = String(item.args[kind]);
    if (item.verb === verbs.write && item.args.activity === activity) {
      const before = lines.get(id) ?? { ...blank, position: Number.MAX_SAFE_INTEGER };
      lines.set(id, { ...before, ...item.args, id, own: true, state: item.state, ...refusal(item) } as unknown as Line);
    }
    const line = lines.get(id);
    if (item.verb !== verbs.drop || !line) continue;
    if (item.state === "refused") lines.set(id, { ...line, state: "refused", ...refusal(item) });
    else lines.delete(id);
  }
  return [...lines.values()];
}

function refusal(item: Item): Partial<Overlay> {
  return item.state === "refused" ? { item, message: item.message ?? "" } : {};
}
