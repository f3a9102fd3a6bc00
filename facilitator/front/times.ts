/** The planned times of a day: when each step begins, when the last one is over, and which steps could give time. */

import type { Activity } from "../../shared/web/front/records";

const DAY = 24 * 60; // minutes
const STEP = 5;
const LEAST_LEFT = 10; // minutes that a step keeps when it is shortened
const OFFERED = 3;

/** Minutes since midnight of "09:15". */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** "09:15" of minutes since midnight; a day that goes on after midnight begins anew. */
export function timeOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** Read a time of day as people write it: "9:30", "09.30", "930"; "" where it is none. */
export function timeTyped(text: string): string {
  const found = /^(\d{1,2})[:.h]?(\d\d)$/.exec(text.replace(/\s+/g, ""));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return "";
  return `${String(found[1]).padStart(2, "0")}:${found[2]}`;
}

/** When each step begins, by its id, and "end" for when the last is over: minutes since midnight. */
export function plannedTimes(begins: string, agenda: readonly Activity[]): Map<string, number> {
  const times = new Map<string, number>();
  let at = minutesOf(begins);
  for (const step of agenda) {
    times.set(step.id, at);
    at += step.minutes;
  }
  return times.set("end", at);
}

/** Minutes by which the plan is too long; below nought what is to spare; null where nobody said when it must be over. */
export function minutesOver(begins: string, ends: string, agenda: readonly Activity[]): number | null {
  if (!ends) return null;
  return (plannedTimes(begins, agenda).get("end") ?? 0) - minutesOf(ends);
}

export interface Shorter {
  step: Activity;
  minutes: number;
}

/** The longest steps still to come, with the minutes that would help most evenly; breaks stay whole. */
export function shorten(agenda: readonly Activity[], over: number): Shorter[] {
  const long = agenda
    .filter((step) => step.started_at === null && step.settings.pause !== true && step.minutes > LEAST_LEFT)
    .sort((a, b) => b.minutes - a.minutes || a.position - b.position)
    .slice(0, OFFERED);
  const share = Math.ceil(over / Math.max(1, long.length) / STEP) * STEP;
  return long.map((step) => ({ step, minutes: Math.max(LEAST_LEFT, step.minutes - share) }));
}
