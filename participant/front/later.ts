/** What a phone fetches once its first page stands: the views of less frequent kinds of steps, and their words. */

import type { ComponentType } from "preact";
import type { Activity } from "../../shared/web/front/records";
import type { Timers } from "../../shared/web/front/timers";

export type Kinds = Record<string, ComponentType<{ activity: Activity }>>;

export interface Parcel {
  kinds: Kinds;
  words: Record<string, string>;
}

const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

export class Later {
  kinds: Kinds = {};
  there = false;
  private trying = false;
  private pause = FIRST_PAUSE_MS;
  private listeners = new Set<() => void>();

  constructor(
    private readonly bring: () => Promise<Parcel>,
    private readonly messages: Record<string, string>,
    private readonly timers: Timers,
  ) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Fetch it, again and again with growing pauses until it is there. */
  async fetch(): Promise<void> {
    if (this.there || this.trying) return;
    this.trying = true;
    try {
      const { kinds, words } = await this.bring();
      Object.assign(this.messages, words);
      this.kinds = kinds;
      this.there = true;
      for (const listener of [...this.listeners]) listener();
    } catch {
      this.timers.after(this.pause, () => void this.fetch());
      this.pause = Math.min(2 * this.pause, LONGEST_PAUSE_MS);
    } finally {
      this.trying = false;
    }
  }
}
