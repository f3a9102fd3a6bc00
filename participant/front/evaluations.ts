/** Measures under evaluation: what the server tells, with what this phone has filled in and not yet sent laid over it. */

import type { Board } from "../../shared/web/front/board";
import { keptUnder } from "../../shared/web/front/evaluation";
import type { Item, ItemState } from "../../shared/web/front/outbox";
import type { Activity, Measure } from "../../shared/web/front/records";
import { byPosition } from "../../shared/web/front/select";

export interface OwnMeasure extends Measure {
  /** This phone fills it in. */
  own: boolean;
  state: ItemState;
}

/** All measures, those that this phone fills in as they are on this phone. */
export function evaluated(board: Board, items: readonly Item[], step: Activity): OwnMeasure[] {
  const own = board.mine?.records.measure ?? {};
  const found = new Map<string, OwnMeasure>();
  for (const measure of board.all("measure").sort(byPosition)) {
    found.set(measure.id, { ...measure, own: measure.id in own, state: "saved" });
  }
  for (const item of items) {
    const before = found.get(String(item.args.measure));
    if (!before || item.state === "refused") continue;
    const after = laid(before, item, step);
    if (after) found.set(before.id, after);
  }
  return [...found.values()];
}

function laid(before: OwnMeasure, item: Item, step: Activity): OwnMeasure | null {
  if (item.verb === "measure.take") return { ...before, own: true };
  if (item.verb === "measure.report") {
    const { line, value, proof, remark } = item.args as Record<string, string>;
    const told = { ...(value === undefined ? {} : { value }), ...(proof === undefined ? {} : { proof }) };
    const words = { ...told, ...(remark === undefined ? {} : { remark }) };
    const reached = { ...before.reached, [String(line)]: { ...before.reached?.[String(line)], ...words } };
    return { ...before, reached, state: item.state };
  }
  if (item.verb === "measure.check" && item.args.activity === step.id) {
    const time = keptUnder(step);
    const check = { ...before.checks?.[time], ...(item.args.answers as Record<string, string>) };
    return { ...before, checks: { ...before.checks, [time]: check }, state: item.state };
  }
  return null;
}
