/** Whether somebody is in the middle of a card: then a new step waits behind a bar. */

import type { Timers } from "../../shared/web/front/timers";

const REST_MS = 10_000;

export class Typing {
  /** The activity whose card is being written. */
  activity: string | null = null;
  private callOff: (() => void) | null = null;
  private listeners = new Set<() => void>();

  constructor(private readonly timers: Timers) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The box has the focus and words in it. */
  begin(activity: string): void {
    this.callOff?.();
    this.callOff = null;
    this.activity = activity;
  }

  /** The box has lost the focus: perhaps for the button beside it, perhaps for good. */
  pause(): void {
    this.callOff?.();
    this.callOff = this.timers.after(REST_MS, () => this.end());
  }

  /** The card is pinned, or may rest. */
  end(): void {
    this.callOff?.();
    this.callOff = null;
    if (this.activity === null) return;
    this.activity = null;
    for (const listener of [...this.listeners]) listener();
  }
}
