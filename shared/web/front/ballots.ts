/**
 * This device's ballots. A ballot is a whole paper under a key that was made here for one activity and is kept here; each tap
 * is a new revision, the newest wins. Ballots stay out of the outbox: nothing but the key ties them together.
 */

import { hex128 } from "./ids";
import type { Answer, Ballot } from "./records";
import type { Shelf } from "./shelf";
import { backOff, realTimers, type Timers } from "./timers";

export interface Own<P = unknown> {
  activity: string;
  key: string;
  revision: number;
  paper: P;
  /** The newest revision that the desk has taken, and its paper; 0 and null before the first. */
  taken: number;
  counted: P | null;
  /** What the desk gave for it, in a vote with receipts. */
  receipt?: string | undefined;
  code?: string | undefined;
  message?: string | undefined;
}

export type BallotState = "none" | "sending" | "waiting" | "saved" | "refused";
export type Cast = (ballot: Ballot) => Promise<Answer>;

const PREFIX = "ballot/";
const ACK_TIMEOUT_MS = 5000;

export class Ballots {
  private own = new Map<string, Own>();
  private flying = new Set<string>();
  private tries = new Map<string, number>();
  private waits = new Map<string, () => void>();
  private listeners = new Set<() => void>();

  constructor(
    private readonly shelf: Shelf,
    private readonly cast: Cast,
    private readonly timers: Timers = realTimers,
  ) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load(): Promise<void> {
    for (const value of (await this.shelf.all(PREFIX)).values()) {
      const kept = value as Own;
      if (!this.own.has(kept.activity)) this.own.set(kept.activity, kept);
    }
    this.tell();
    this.kick();
  }

  /** This device's paper for an activity; undefined before the first tap. */
  get<P>(activity: string): Own<P> | undefined {
    return this.own.get(activity) as Own<P> | undefined;
  }

  state(activity: string): BallotState {
    const own = this.own.get(activity);
    if (!own) return "none";
    if (own.code) return "refused";
    if (own.taken >= own.revision) return "saved";
    return this.flying.has(activity) ? "sending" : "waiting";
  }

  /** How many papers have a revision that the desk has not taken. */
  unsent(): number {
    return [...this.own.values()].filter((own) => !own.code && own.taken < own.revision).length;
  }

  /** Write a new paper: shown and kept at once, sent when it can be. */
  async mark(activity: string, paper: unknown): Promise<void> {
    const old = this.own.get(activity);
    const own: Own = old
      ? { ...old, paper, revision: old.revision + 1, code: undefined, message: undefined }
      : { activity, key: hex128(), revision: 1, paper, taken: 0, counted: null };
    this.put(own);
    await this.keep(own);
    this.now(activity);
  }

  /** Send a paper again: the vote was opened again, and the desk may have lost it. */
  again(activity: string): void {
    const own = this.own.get(activity);
    if (!own) return;
    this.put({ ...own, taken: 0, code: undefined, message: undefined });
    this.now(activity);
  }

  /** Go back to what was counted, once a refusal was read. */
  async giveWay(activity: string): Promise<void> {
    const own = this.own.get(activity);
    if (!own?.code) return;
    const back = { ...own, paper: own.counted ?? {}, taken: own.revision, code: undefined, message: undefined };
    this.put(back);
    await this.keep(back);
  }

  /** Try all at once: the line is back. */
  kick(): void {
    for (const activity of this.own.keys()) this.now(activity);
  }

  private now(activity: string): void {
    this.waits.get(activity)?.();
    this.waits.delete(activity);
    this.next(activity);
  }

  private next(activity: string): void {
    const own = this.own.get(activity);
    if (!own || own.code || own.taken >= own.revision || this.flying.has(activity)) return;
    this.flying.add(activity);
    this.tries.set(activity, (this.tries.get(activity) ?? 0) + 1);
    this.tell();
    const { key, revision, paper } = own;
    const landed = once(() => this.flying.delete(activity));
    const stop = this.timers.after(ACK_TIMEOUT_MS, () => {
      if (landed()) this.later(activity);
    });
    this.cast({ activity, key, revision, paper }).then(
      (answer) => {
        stop();
        const first = landed();
        if (answer.ok || !answer.retry) this.settle(activity, revision, paper, answer);
        else if (first) this.later(activity, answer.retry_after);
      },
      () => {
        stop();
        if (landed()) this.later(activity);
      },
    );
  }

  private settle(activity: string, revision: number, paper: unknown, answer: Answer): void {
    const own = this.own.get(activity);
    if (!own) return;
    this.tries.delete(activity);
    if (answer.ok) {
      if (revision > own.taken)
        this.put({ ...own, taken: revision, counted: paper, receipt: answer.receipt as string | undefined });
    } else if (revision === own.revision && own.taken < revision) {
      this.put({ ...own, code: answer.code, message: answer.message });
    }
    const settled = this.own.get(activity);
    if (settled) void this.keep(settled);
    this.now(activity);
  }

  private later(activity: string, after?: number): void {
    this.tell();
    const wait = Math.max(backOff(this.tries.get(activity) ?? 1, this.timers.random()), (after ?? 0) * 1000);
    this.waits.get(activity)?.();
    this.waits.set(
      activity,
      this.timers.after(wait, () => this.now(activity)),
    );
  }

  private put(own: Own): void {
    this.own.set(own.activity, own);
    this.tell();
  }

  /** Memory alone will do where the shelf is full: the desk has the paper in a moment. */
  private async keep(own: Own): Promise<void> {
    await this.shelf.set(PREFIX + own.activity, own).catch(() => undefined);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

/** Make a function that acts and says true the first time, and false ever after. */
function once(act: () => void): () => boolean {
  let done = false;
  return () => {
    if (done) return false;
    done = true;
    act();
    return true;
  };
}
