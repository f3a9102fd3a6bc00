/** Sends what the facilitator does. Each act keeps its id on every try, so it happens once; without a line it does not happen. */

import { hex128 } from "../../../shared/web/front/ids";
import type { Link } from "../../../shared/web/front/link";
import type { Answer, Refusal } from "../../../shared/web/front/records";
import type { Timers } from "../../../shared/web/front/timers";

const PATIENCE_MS = 4000; // for one answer
const TRIES = 5;
const PAUSE_MS = 700;

export class Sender {
  /** How many acts are on their way. */
  pending = 0;
  /** The newest version that an answer told of. */
  version = -1;
  /** When the last act was taken (ms), for "Saved 10:42". */
  savedAt: number | null = null;
  private listeners = new Set<() => void>();

  constructor(
    private readonly link: Link,
    private readonly timers: Timers,
  ) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async send(verb: string, args: Record<string, unknown>): Promise<Answer> {
    if (this.link.state !== "live") return noLine();
    const command = { id: hex128(), verb, args };
    this.count(1);
    try {
      for (let tried = 0; tried < TRIES; tried += 1) {
        if (tried) await this.wait(PAUSE_MS * tried);
        const answer = await this.once(command);
        if (answer && (answer.ok || !answer.retry)) {
          if (answer.ok) {
            this.savedAt = this.link.clock.now();
            this.version = Math.max(this.version, answer.version ?? -1);
          }
          return answer;
        }
      }
      return noLine();
    } finally {
      this.count(-1);
    }
  }

  private once(command: { id: string; verb: string; args: Record<string, unknown> }): Promise<Answer | null> {
    return new Promise((resolve) => {
      const stop = this.timers.after(PATIENCE_MS, () => resolve(null));
      this.link.command(command).then(
        (answer) => {
          stop();
          resolve(answer);
        },
        () => {
          stop();
          resolve(null);
        },
      );
    });
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => void this.timers.after(ms, resolve));
  }

  private count(by: number): void {
    this.pending += by;
    for (const listener of [...this.listeners]) listener();
  }
}

function noLine(): Refusal {
  return { ok: false, code: "no_line", message: "", retry: true };
}
