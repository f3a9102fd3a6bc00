/** What this phone says of itself on the running step: "I am done", whether it holds dots yet, what is on it only. */

import type { Board } from "../../shared/web/front/board";
import type { Link } from "../../shared/web/front/link";
import type { Activity, Signal } from "../../shared/web/front/records";
import { stepOf } from "../../shared/web/front/select";
import type { Shelf } from "../../shared/web/front/shelf";
import type { Timers } from "../../shared/web/front/timers";

const PREFIX = "done/";
const REST_MS = 700; // what changes quickly is told once, and not by all phones at the same moment

interface Ends {
  board: Board;
  link: Link;
  shelf: Shelf;
  timers: Timers;
  /** How much is on this phone only. */
  unsent(): number;
  /** This phone's paper of a vote. */
  paper(activity: string): unknown;
}

export class Signals {
  /** By activity: the version of the board on which the person was done. */
  private done = new Map<string, number>();
  /** What was said last; null before anything was. */
  private told: string | null = null;
  private callOff: (() => void) | null = null;
  private listeners = new Set<() => void>();

  constructor(private readonly ends: Ends) {}

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async load(): Promise<void> {
    for (const [key, at] of await this.ends.shelf.all(PREFIX)) this.done.set(key.slice(PREFIX.length), Number(at));
  }

  isDone(activity: string): boolean {
    return this.done.has(activity);
  }

  set(activity: string, done: boolean): void {
    if (done) this.done.set(activity, this.ends.board.version);
    else this.done.delete(activity);
    void this.keep(activity);
    for (const listener of [...this.listeners]) listener();
    this.soon();
  }

  /** Something may be new: what the room has left or closed is not done any more; the rest is told where it changed. */
  look(): void {
    const { board } = this.ends;
    const now = stepOf(board);
    for (const activity of this.done.keys()) {
      if (board.version < 0 || (now?.id === activity && now.phase === "open")) continue;
      this.done.delete(activity);
      void this.keep(activity);
    }
    this.soon();
  }

  /** The line is new: nobody there knows anything of this phone. */
  again(): void {
    if (this.told !== null) this.told = "";
    this.soon();
  }

  private soon(): void {
    if (this.callOff || !this.news()) return;
    const { timers } = this.ends;
    this.callOff = timers.after(REST_MS * (1 + timers.random()), () => {
      this.callOff = null;
      void this.say();
    });
  }

  private news(): Signal | null {
    const step = stepOf(this.ends.board);
    if (step?.phase !== "open") return null;
    const { paper, unsent } = this.ends;
    const at = this.done.get(step.id);
    const signal = {
      activity: step.id,
      done: at !== undefined,
      holds: holds(step, paper(step.id)),
      unsent: unsent(),
      at: at ?? this.ends.board.version,
    };
    return print(signal) === this.told || (this.told === null && idle(signal)) ? null : signal;
  }

  private async say(): Promise<void> {
    const signal = this.news();
    if (!signal) return;
    const before = this.told;
    this.told = print(signal);
    try {
      const answer = await this.ends.link.signal(signal);
      if (!answer.ok && answer.retry) this.told = before;
    } catch {
      this.told = before; // the next line, or the next thing that happens, brings it
    }
  }

  private async keep(activity: string): Promise<void> {
    const { shelf } = this.ends;
    const at = this.done.get(activity);
    await (at === undefined ? shelf.delete(PREFIX + activity) : shelf.set(PREFIX + activity, at)).catch(() => undefined);
  }
}

/** A phone with dots or points that are not placed yet. */
function holds(step: Activity, paper: unknown): boolean {
  const { dots, points, ballot } = step.settings;
  const has = step.kind === "dots" ? Number(dots) : step.kind === "fund" && ballot === "points" ? Number(points) : 0;
  if (!has) return false;
  const placed = Object.values((paper ?? {}) as Record<string, number>);
  return placed.filter((n) => n > 0).reduce((sum, n) => sum + n, 0) < has;
}

function print({ at, ...signal }: Signal): string {
  return JSON.stringify([signal, signal.done ? at : 0]);
}

function idle(signal: Signal): boolean {
  return !signal.done && !signal.holds && !signal.unsent;
}
