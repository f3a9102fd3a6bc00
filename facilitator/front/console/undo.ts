/** What the Undo and Redo buttons offer, read from the acts that the board tells. */

import type { Act } from "../../../shared/web/front/records";

export interface Step {
  /** The change to be undone. */
  version: number;
  verb: string;
  subject: string;
}

export interface Undoable {
  undo: Step | null;
  redo: Step | null;
}

/** Written words have their own way back in their text box; a person's own seat is not ours to change. */
const LEFT_OUT = new Set(["note.written", "decision.written", "task.written", "summary.written"]);

/** Walk the facilitators' acts, oldest first. `passed` are changes that were found not to be undoable. */
export function undoable(acts: readonly Act[], passed: ReadonlySet<number> = new Set()): Undoable {
  let done: Step[] = [];
  let taken: Step[] = [];
  for (const act of acts) {
    const { version, verb, subject, undoes } = act;
    if (!byFacilitator(act) || LEFT_OUT.has(verb)) continue;
    const step = { version, verb, subject };
    if (undoes === null) {
      done.push(step);
      taken = [];
    } else if (taken.some((other) => other.version === undoes)) {
      taken = taken.filter((other) => other.version !== undoes);
      done.push(step);
    } else {
      done = done.filter((other) => other.version !== undoes);
      taken.push(step);
    }
  }
  const last = (steps: Step[]) => steps.filter((step) => !passed.has(step.version)).pop() ?? null;
  return { undo: last(done), redo: last(taken) };
}

/** The versions that stand undone: each act that was undone, unless the undoing was undone itself. */
export function undoneOf(acts: readonly Act[]): Set<number> {
  const undone = new Set<number>();
  for (const act of [...acts].reverse()) if (act.undoes !== null && !undone.has(act.version)) undone.add(act.undoes);
  return undone;
}

export function byFacilitator(act: Act): boolean {
  return act.role === "facilitator";
}
