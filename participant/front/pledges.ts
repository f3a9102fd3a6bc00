/** Who does what by when with what: what the server tells, with one's own lines that are still on their way laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item } from "../../shared/web/front/outbox";
import type { Pledge } from "../../shared/web/front/records";
import { type Overlay, overlaid } from "./overlaid";

export type Line = Pledge & Overlay;

const VERBS = { write: "pledge.write", drop: "pledge.drop" };
const BLANK = { measure: null, who: "", due: "", means: "", champion: false };

/** All lines of a step, in the order in which they were written. */
export function linesOf(board: Board, items: readonly Item[], activity: string): Line[] {
  return overlaid(board, items, "pledge", VERBS, BLANK, activity);
}
