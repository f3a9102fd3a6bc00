/** Sketches of measures: what the server tells, with what this phone has filled in and not yet sent laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Measure } from "../../shared/web/front/records";
import { byPosition } from "../../shared/web/front/select";

export interface OwnSketch extends Measure {
  sheet: Record<string, string | number>;
  /** This phone fills it in. */
  own: boolean;
  state: ItemState;
  message?: string;
  /** The command that was refused. */
  item?: Item;
}

/** All measures, one's own sketches as they are on this phone. */
export function sketchesOf(board: Board, items: readonly Item[]): OwnSketch[] {
  const own = board.mine?.records.measure ?? {};
  const sketches = new Map<string, OwnSketch>();
  for (const measure of board.all("measure").sort(byPosition)) {
    sketches.set(measure.id, { ...measure, sheet: measure.sheet ?? {}, own: measure.id in own, state: "saved" });
  }
  for (const item of items) {
    const id = String(item.args.measure);
    const before = sketches.get(id);
    if (item.verb === "measure.sketch") sketches.set(id, filled(before, item));
    if (item.verb === "measure.take" && before && item.state !== "refused") sketches.set(id, { ...before, own: true });
  }
  return [...sketches.values()];
}

function filled(before: OwnSketch | undefined, item: Item): OwnSketch {
  const { title, cluster, champion, sheet, indicators } = item.args as Partial<Measure>;
  const base = before ?? { id: String(item.args.measure), title: "", cluster: null, champion: "", position: 0, sheet: {} };
  return {
    ...base,
    ...(title === undefined ? {} : { title }),
    ...(cluster ? { cluster } : {}),
    ...(champion === undefined ? {} : { champion }),
    ...(indicators === undefined ? {} : { indicators }),
    sheet: { ...base.sheet, ...sheet },
    own: true,
    state: item.state,
    ...(item.state === "refused" ? { item, message: item.message ?? "" } : {}),
  };
}
