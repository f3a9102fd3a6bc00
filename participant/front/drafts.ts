/** Half-written cards, one for each activity, kept on the phone while they are typed. */

import type { Shelf } from "../../shared/web/front/shelf";
import type { Timers } from "../../shared/web/front/timers";

const PREFIX = "draft/";
const QUIET_MS = 300;

export class Drafts {
  private texts = new Map<string, string>();
  private unkept = new Set<string>();
  private callOff: (() => void) | null = null;

  constructor(
    private readonly shelf: Shelf,
    private readonly timers: Timers,
  ) {}

  async load(): Promise<void> {
    for (const [key, value] of await this.shelf.all(PREFIX)) {
      const activity = key.slice(PREFIX.length);
      if (typeof value === "string" && !this.texts.has(activity)) this.texts.set(activity, value);
    }
  }

  get(activity: string): string {
    return this.texts.get(activity) ?? "";
  }

  /** All drafts that have words, by activity. */
  all(): [string, string][] {
    return [...this.texts].filter(([, text]) => text.trim());
  }

  /** Hold what is typed at once, and keep it on the shelf 300 ms later at the latest. */
  set(activity: string, text: string): void {
    this.texts.set(activity, text);
    this.unkept.add(activity);
    this.callOff ??= this.timers.after(QUIET_MS, () => this.flush());
  }

  /** Keep all now: the page may go. */
  flush(): void {
    this.callOff?.();
    this.callOff = null;
    for (const activity of this.unkept) {
      const text = this.texts.get(activity) ?? "";
      const kept = text ? this.shelf.set(PREFIX + activity, text) : this.shelf.delete(PREFIX + activity);
      kept.catch(() => undefined);
    }
    this.unkept.clear();
  }
}
