/**
 * What a phone fetches after its first page: the views of less frequent kinds of steps, and their words.
 *
 * Fetched when the running step needs it; else after a while, so that nobody waits for it on a slow line while the room
 * comes in, and so that a phone whose line breaks later has it.
 */

import type { ComponentType } from "preact";
import type { Activity } from "../../shared/web/front/records";
import type { Timers } from "../../shared/web/front/timers";

export type Kinds = Record<string, ComponentType<{ activity: Activity }>>;

export interface Parcel {
  kinds: Kinds;
  words: Record<string, string>;
}

export const CALM_MS = 15_000;
const FIRST_PAUSE_MS = 2000;
const LONGEST_PAUSE_MS = 30_000;

export class Later {
  kinds: Kinds = {};
  there = false;
  private begun = false;
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

  /** Fetch it once the room has come in. */
  soon(): void {
    this.timers.after(CALM_MS, () => void this.fetch());
  }

  /** Try again at once where a try has failed, as after a sleep. */
  async again(): Promise<void> {
    if (this.begun) await this.fetch();
  }

  /** Fetch it, again and again with growing pauses until it is there. */
  async fetch(): Promise<void> {
    if (this.there || this.trying) return;
    this.trying = true;
    this.begun = true;
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
