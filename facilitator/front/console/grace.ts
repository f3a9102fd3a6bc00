/** Closing waits a moment for what is still on phones, unless the facilitator will not. */

import { signal } from "@preact/signals";
import { stepOf } from "../../../shared/web/front/select";
import type { App } from "./app";

export const GRACE_MS = 10_000;

export class Grace {
  /** When the wait ends; null where nobody waits. */
  readonly until = signal<number | null>(null);
  private stops: (() => void)[] = [];

  constructor(private readonly app: App) {}

  /** How many phones hold something that is not here yet. */
  get unsent(): number {
    return this.app.board.signalsOf(stepOf(this.app.board))?.unsent ?? 0;
  }

  /** Wait, then act: when nothing is missing any more, or the time is up. */
  wait(act: () => void): void {
    const { board, timers } = this.app;
    const step = stepOf(board);
    this.until.value = timers.now() + GRACE_MS;
    const done = () => {
      this.stop();
      act();
    };
    this.stops = [
      timers.after(GRACE_MS, done),
      board.listen(() => {
        const now = stepOf(board);
        if (now?.id !== step?.id || now?.phase !== "open") this.stop();
        else if (this.unsent === 0) done();
      }),
    ];
  }

  stop(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.until.value = null;
  }
}
