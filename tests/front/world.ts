/** A small world for the modules under test: time that is turned by hand, chance with a seed, a desk that does each id once. */

import type { Answer, Ballot, Changes, Command, Put, Snapshot } from "../../shared/web/front/records";
import { memoryShelf, type Shelf } from "../../shared/web/front/shelf";
import type { Timers } from "../../shared/web/front/timers";

/** Chance that repeats itself (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Let all promises that are ready run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}

/** Time that passes only when told to. */
export class HandTimers implements Timers {
  private time = 1_000_000;
  private due: { at: number; act: () => void }[] = [];

  constructor(private readonly dice: () => number = () => 0.5) {}

  now(): number {
    return this.time;
  }

  random(): number {
    return this.dice();
  }

  after(ms: number, act: () => void): () => void {
    const entry = { at: this.time + ms, act };
    this.due.push(entry);
    return () => {
      this.due = this.due.filter((other) => other !== entry);
    };
  }

  get pending(): number {
    return this.due.length;
  }

  /** Let `ms` pass, with all that falls due on the way. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (;;) {
      const next = this.due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.time = next.at;
      this.due = this.due.filter((entry) => entry !== next);
      next.act();
      await settle();
    }
    this.time = end;
    await settle();
  }
}

/** The desk as the wire sees it: each command id has one effect and one answer, each ballot key one paper. */
export class Desk {
  version = 0;
  effects: Command[] = [];
  papers = new Map<string, { revision: number; paper: unknown }>();
  refuse: (command: Command) => Answer | null = () => null;
  private answers = new Map<string, Answer>();

  command(command: Command): Answer {
    const known = this.answers.get(command.id);
    if (known) return known;
    const refused = this.refuse(command);
    if (refused && !refused.ok && refused.retry) return refused;
    const answer: Answer = refused ?? { ok: true, version: ++this.version };
    if (answer.ok) this.effects.push(command);
    this.answers.set(command.id, answer);
    return answer;
  }

  ballot(ballot: Ballot): Answer {
    const known = this.papers.get(ballot.key);
    if (!known || ballot.revision >= known.revision) {
      this.papers.set(ballot.key, { revision: ballot.revision, paper: ballot.paper });
    }
    return { ok: true };
  }
}

/** Note each message in `notes`, as `what` tells it, and answer. */
export function noting<M, N>(notes: { push(note: N): unknown }, what: (message: M) => N, answer: () => Promise<Answer>) {
  return (message: M): Promise<Answer> => {
    notes.push(what(message));
    return answer();
  };
}

export const taken = async (): Promise<Answer> => ({ ok: true });

/** A log of changes and what a fresh page would be given at any version. */
export class Log {
  version = 0;
  changes: Changes[] = [];
  private state: Put = {};

  change(put: Put): Changes {
    for (const [kind, records] of Object.entries(put)) {
      const map = { ...this.state[kind] };
      for (const [id, record] of Object.entries(records)) {
        if (record === null) delete map[id];
        else map[id] = record;
      }
      this.state = { ...this.state, [kind]: map };
    }
    const change = { from: this.version, to: this.version + 1, put, now: 0 };
    this.version += 1;
    this.changes.push(change);
    return change;
  }

  snapshot(): Snapshot {
    return { version: this.version, records: this.state, now: 0 };
  }
}

export function card(id: string, values: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id,
    activity: "write",
    text: `Card ${id}`,
    position: 1,
    cluster: null,
    tags: {},
    pinned: false,
    merged_into: null,
    ...values,
  };
}

/** A page that can be killed: then its code runs no more, though what it had sent may still arrive. */
export class Page {
  private alive = true;
  readonly shelf: Shelf;

  constructor(entries: Map<string, unknown>) {
    const inner = memoryShelf(entries);
    this.shelf = {
      ...inner,
      set: (key, value) => this.run(() => inner.set(key, value)),
      delete: (key) => this.run(() => inner.delete(key)),
    };
  }

  kill(): void {
    this.alive = false;
  }

  /** Run `act` if the page is there at its beginning, and answer if it is there at its end. */
  run<T>(act: () => Promise<T>): Promise<T> {
    const forever = new Promise<never>(() => undefined);
    return this.alive ? act().then((value) => (this.alive ? value : forever)) : forever;
  }
}
