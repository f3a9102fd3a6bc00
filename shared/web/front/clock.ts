/** The server's time on this device, and what is left on the timer. */

import type { Timer } from "./records";

const SAMPLES = 8;

export class Clock {
  private offsets: number[] = [];

  constructor(private readonly local: () => number = Date.now) {}

  /** Take the server's time from a message. A message can only be late, so the largest difference is the truest. */
  hear(serverNow: number | undefined): void {
    if (typeof serverNow !== "number") return;
    this.offsets = [...this.offsets, serverNow - this.local()].slice(-SAMPLES);
  }

  /** Forget what was heard, after this device may have slept or its clock was set. */
  forget(): void {
    this.offsets = [];
  }

  now(): number {
    return this.local() + (this.offsets.length ? Math.max(...this.offsets) : 0);
  }
}

/** Seconds left on a timer, never below 0; null without one. */
export function timerLeft(timer: Timer | null | undefined, now: number): number | null {
  if (!timer) return null;
  if (typeof timer.ends_at === "number") return Math.max(0, Math.ceil((timer.ends_at - now) / 1000));
  return Math.max(0, Math.ceil(timer.left ?? timer.seconds));
}

/** Whether a timer runs; false where it is paused. */
export function timerRuns(timer: Timer | null | undefined): boolean {
  return typeof timer?.ends_at === "number";
}

/** Minutes and seconds: "6:05". */
export function minutes(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}

/** The time of day at which a running timer ends, "11:10"; empty where none runs. */
export function endsAt(timer: Timer | null | undefined, language: string): string {
  if (!timer?.ends_at) return "";
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(timer.ends_at);
}
