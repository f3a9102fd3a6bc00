/** What this screen knows of the workshop. It follows one rule: old is dropped, a gap is told, the rest is laid over. */

import type { Act, Changes, Kind, Kinds, Mine, Presence, Put, Records, Signals, Snapshot, Tally } from "./records";

export type Heard = "taken" | "old" | "gap";

const KINDS: readonly Kind[] = [
  "workshop",
  "activity",
  "cluster",
  "card",
  "measure",
  "pledge",
  "voice",
  "finding",
  "mark",
  "amendment",
  "interview",
  "note",
  "seat",
];
const ACTS_KEPT = 100;

export class Board {
  /** -1 until the first snapshot. */
  version = -1;
  records: Records = empty();
  acts: Act[] = [];
  mine: Mine | null = null;
  tallies: Record<string, Tally> = {};
  presence: Presence | null = null;
  signals: Signals | null = null;
  private fresh = false;
  /** Reads each record as it comes; a phone reads steps in its own language. */
  private readonly reading: (kind: Kind, record: unknown) => unknown;
  private listeners = new Set<() => void>();

  constructor(reading: (kind: Kind, record: unknown) => unknown = (_, record) => record) {
    this.reading = reading;
  }

  /** Call `listener` after each change; answer with the way to stop it. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Expect a new connection's words: its first snapshot holds whatever its version (the server may come from a backup). */
  reconnected(): void {
    this.fresh = true;
  }

  snapshot(heard: Snapshot): Heard {
    if (heard.version < this.version && !this.fresh) return "old";
    if (this.fresh) {
      if (this.mine && this.mine.version > heard.version) this.mine = { ...this.mine, version: heard.version };
      this.tallies = {};
      this.presence = null;
      this.signals = null;
    }
    this.fresh = false;
    this.records = empty();
    this.lay(heard.records);
    this.version = heard.version;
    this.remember(heard.acts);
    this.tell();
    return "taken";
  }

  changes(heard: Changes): Heard {
    if (heard.to <= this.version) return "old";
    if (this.version < 0 || heard.from > this.version) return "gap";
    this.lay(heard.put);
    this.version = heard.to;
    this.remember(heard.acts);
    this.tell();
    return "taken";
  }

  takeMine(heard: Mine): Heard {
    if (this.mine && heard.version < this.mine.version) return "old";
    this.mine = heard;
    this.tell();
    return "taken";
  }

  takeTally(heard: Tally): Heard {
    const known = this.tallies[heard.activity];
    if (known && heard.stamp <= known.stamp) return "old";
    this.tallies = { ...this.tallies, [heard.activity]: heard };
    this.tell();
    return "taken";
  }

  takePresence(heard: Presence): Heard {
    if (this.presence && heard.stamp <= this.presence.stamp) return "old";
    this.presence = heard;
    this.tell();
    return "taken";
  }

  takeSignals(heard: Signals): Heard {
    if (this.signals && heard.stamp <= this.signals.stamp) return "old";
    this.signals = heard;
    this.tell();
    return "taken";
  }

  /** What phones say of themselves on a step that is open. */
  signalsOf(step: { id: string; phase: string } | undefined): Signals | null {
    return step?.phase === "open" && this.signals?.activity === step.id ? this.signals : null;
  }

  get<K extends Kind>(kind: K, id: string | null | undefined): Kinds[K] | undefined {
    return id ? this.records[kind][id] : undefined;
  }

  all<K extends Kind>(kind: K): Kinds[K][] {
    return Object.values(this.records[kind]) as Kinds[K][];
  }

  private lay(put: Put): void {
    const records: Record<string, Record<string, unknown>> = { ...this.records };
    for (const kind of KINDS) {
      const heard = put[kind];
      if (!heard) continue;
      const map = { ...records[kind] };
      for (const id of Object.keys(heard)) {
        if (heard[id] === null) delete map[id];
        else map[id] = this.reading(kind, heard[id]);
      }
      records[kind] = map;
    }
    this.records = records as unknown as Records;
  }

  private remember(acts: Act[] | undefined): void {
    const known = new Map<number, Act>();
    for (const act of [...this.acts, ...(acts ?? [])]) if (act.version <= this.version) known.set(act.version, act);
    this.acts = [...known.values()].sort((a, b) => a.version - b.version).slice(-ACTS_KEPT);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function empty(): Records {
  return {
    workshop: {},
    activity: {},
    cluster: {},
    card: {},
    measure: {},
    pledge: {},
    voice: {},
    finding: {},
    mark: {},
    amendment: {},
    interview: {},
    note: {},
    seat: {},
  };
}
