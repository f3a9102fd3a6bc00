/** What a screen reader is told: few words, merged, at most one polite message in five seconds. */

import type { Timers } from "../../shared/web/front/timers";

const QUIET_MS = 5000;
const MOST = 120;

export class Speech {
  polite = "";
  urgent = "";
  private pending: string[] = [];
  private lastAt = Number.NEGATIVE_INFINITY;
  private waiting = false;
  private listeners = new Set<() => void>();

  constructor(private readonly timers: Timers) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Say something when there is a pause. Of two messages on one `topic` only the later is said. */
  say(text: string, topic = text): void {
    this.pending = [...this.pending.filter((other) => !other.startsWith(`${topic}\n`)), `${topic}\n${text}`];
    const wait = this.lastAt + QUIET_MS - this.timers.now();
    if (wait <= 0) this.flush();
    else if (!this.waiting) {
      this.waiting = true;
      this.timers.after(wait, () => this.flush());
    }
  }

  /** Say something at once: only for what the person must know now. */
  alert(text: string): void {
    this.urgent = again(this.urgent, short(text));
    this.tell();
  }

  private flush(): void {
    this.waiting = false;
    let texts = this.pending.map((entry) => entry.slice(entry.indexOf("\n") + 1));
    while (texts.length > 1 && texts.join(" ").length > MOST) texts = texts.slice(1);
    this.pending = [];
    this.lastAt = this.timers.now();
    this.polite = again(this.polite, short(texts.join(" ")));
    this.tell();
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function short(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** The same words twice are told twice only if something about them differs. */
function again(before: string, text: string): string {
  return before === text ? `${text}\u00a0` : text;
}
