/** The day's times: when each step ran or will run, and how far the room is behind. */

import type { Activity, Workshop } from "../../../shared/web/front/records";

const MINUTE = 60_000;

export type State = "done" | "now" | "ahead";

export interface Slot {
  step: Activity;
  state: State;
  /** When it began or is thought to begin (ms); null before the workshop has started. */
  begins: number | null;
  /** Minutes that it took, for those that are over. */
  took: number | null;
}

/** Give each step its time: what happened as it happened, what comes as it follows from now. */
export function slots(steps: readonly Activity[], workshop: Workshop | undefined, now: number): Slot[] {
  const running = steps.findIndex((step) => step.id === workshop?.now);
  let cursor = workshop?.started_at ? now : null;
  return steps.map((step, place) => {
    if (place === running) {
      const begins = step.started_at ?? now;
      cursor = step.ended_at === null ? Math.max(begins + step.minutes * MINUTE, now) : now;
      return { step, state: "now", begins, took: null };
    }
    if (step.ended_at !== null && step.started_at !== null && (place < running || workshop?.ended_at)) {
      return {
        step,
        state: "done",
        begins: step.started_at,
        took: Math.max(0, Math.round((step.ended_at - step.started_at) / MINUTE)),
      };
    }
    if (place < running) return { step, state: step.started_at === null ? "ahead" : "done", begins: step.started_at, took: null };
    const begins = cursor;
    if (cursor !== null) cursor += step.minutes * MINUTE;
    return { step, state: "ahead", begins, took: null };
  });
}

/** Whole minutes behind the plan, below nought where the room is ahead; null before the start or after the end. */
export function minutesBehind(steps: readonly Activity[], workshop: Workshop | undefined, now: number): number | null {
  if (!workshop?.started_at || workshop.ended_at) return null;
  const running = steps.findIndex((step) => step.id === workshop.now);
  const step = steps[running];
  if (!step) return null;
  const planned = workshop.started_at + steps.slice(0, running).reduce((sum, other) => sum + other.minutes, 0) * MINUTE;
  const begun = (step.started_at ?? now) - planned;
  const over = now - (planned + step.minutes * MINUTE);
  return Math.trunc(Math.max(begun, over) / MINUTE);
}

/** The break, still to come, that is long enough to take a delay of so many minutes. */
export function breakAhead(steps: readonly Activity[], workshop: Workshop | undefined, minutes: number): Activity | undefined {
  const running = steps.findIndex((step) => step.id === workshop?.now);
  return steps.slice(running + 1).find((step) => step.settings.pause === true && step.minutes > minutes);
}
