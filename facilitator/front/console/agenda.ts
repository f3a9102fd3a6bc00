/** The day's times: when each step ran or will run, and how far the room is behind. */

import type { Activity, Workshop } from "../../../shared/web/front/records";
import { minutesOf, plannedTimes } from "../times";

const MINUTE = 60_000;
/** A day that begins further from its plan than this follows its own beginning: it is a rehearsal, or another day. */
const NEAR = 90 * MINUTE;

export type State = "done" | "now" | "ahead";

export interface Slot {
  step: Activity;
  state: State;
  /** When it began or is thought to begin (ms); null before the workshop has started. */
  begins: number | null;
  /** When the plan has it begin: minutes since midnight; null where nobody said when the day begins. */
  planned: number | null;
  /** Minutes that it took, for those that are over. */
  took: number | null;
}

/** Give each step its time: what happened as it happened, what comes as it follows from now. */
export function slots(steps: readonly Activity[], workshop: Workshop | undefined, now: number): Slot[] {
  const running = steps.findIndex((step) => step.id === workshop?.now);
  let cursor = workshop?.started_at ? now : null;
  const times = workshop?.begins ? plannedTimes(workshop.begins, steps) : null;
  return steps.map((step, place) => {
    const planned = times?.get(step.id) ?? null;
    if (place === running) {
      const begins = step.started_at ?? now;
      cursor = step.ended_at === null ? Math.max(begins + step.minutes * MINUTE, now) : now;
      return { step, state: "now", begins, planned, took: null };
    }
    if (step.ended_at !== null && step.started_at !== null && (place < running || workshop?.ended_at)) {
      return {
        step,
        state: "done",
        begins: step.started_at,
        planned,
        took: Math.max(0, Math.round((step.ended_at - step.started_at) / MINUTE)),
      };
    }
    if (place < running)
      return { step, state: step.started_at === null ? "ahead" : "done", begins: step.started_at, planned, took: null };
    const begins = cursor;
    if (cursor !== null) cursor += step.minutes * MINUTE;
    return { step, state: "ahead", begins, planned, took: null };
  });
}

/** Whole minutes behind the plan, below nought where the room is ahead; null before the start or after the end. */
export function minutesBehind(steps: readonly Activity[], workshop: Workshop | undefined, now: number): number | null {
  if (!workshop?.started_at || workshop.ended_at) return null;
  const running = steps.findIndex((step) => step.id === workshop.now);
  const step = steps[running];
  if (!step) return null;
  const planned = plannedStart(workshop) + steps.slice(0, running).reduce((sum, other) => sum + other.minutes, 0) * MINUTE;
  const begun = (step.started_at ?? now) - planned;
  const over = now - (planned + step.minutes * MINUTE);
  return Math.trunc(Math.max(begun, over) / MINUTE);
}

/** When the day was to begin (ms): its planned time on the day on which it began. */
function plannedStart(workshop: Workshop): number {
  const began = workshop.started_at ?? 0;
  if (!workshop.begins) return began;
  const planned = new Date(began).setHours(0, minutesOf(workshop.begins), 0, 0);
  return Math.abs(planned - began) <= NEAR ? planned : began;
}

/** The break, still to come, that is long enough to take a delay of so many minutes. */
export function breakAhead(steps: readonly Activity[], workshop: Workshop | undefined, minutes: number): Activity | undefined {
  const running = steps.findIndex((step) => step.id === workshop?.now);
  return steps.slice(running + 1).find((step) => step.settings.pause === true && step.minutes > minutes);
}
