/**
 * What is typed into the fields: sent when the typing rests, refused at its field, kept on this device until the desk has it.
 */

import type { Board } from "../../../shared/web/front/board";
import type { Link } from "../../../shared/web/front/link";
import type { Timers } from "../../../shared/web/front/timers";
import { reachable } from "../console/prefs";
import type { Sender } from "../console/sender";

export interface Act {
  verb: string;
  args: Record<string, unknown>;
}

/** wrong: it cannot be sent as it stands; refused: the desk did not take it. */
export type FieldState = "typing" | "sending" | "unsent" | "wrong" | "refused";

export interface Typed {
  value: string | boolean;
  act: Act | null;
  state: FieldState;
  message: string;
}

interface Surroundings {
  board: Board;
  link: Link;
  sender: Sender;
  timers: Timers;
}

const REST_MS = 700;
const RETRY_MS = 3000;

export class Fields {
  private typed = new Map<string, Typed>();
  private listeners = new Set<() => void>();
  private callOffs = new Map<string, () => void>();

  constructor(
    private readonly around: Surroundings,
    private readonly shelf: string,
    private readonly storage: Storage | undefined = reachable(),
  ) {
    this.load();
    around.link.listen(() => {
      if (around.link.state !== "live") return;
      for (const [key, { state }] of this.typed) if (state === "unsent") void this.send(key);
    });
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What stands in a field and is not on the board yet. */
  of(key: string): Typed | undefined {
    return this.typed.get(key);
  }

  /** How many fields hold what the desk does not have. */
  get open(): number {
    return this.typed.size;
  }

  /** Take what was typed; `act` sends it, or is null with a `message` where it cannot be sent. */
  type(key: string, value: string | boolean, act: Act | null, message = "", rest = REST_MS): void {
    const sending = this.typed.get(key)?.state === "sending";
    this.set(key, { value, act, message, state: act === null ? "wrong" : sending ? "sending" : "typing" });
    if (act === null) this.callOff(key);
    else if (!sending) this.soon(key, rest);
  }

  /** Send at once: the field has lost the focus. */
  flush(key: string): void {
    if (this.typed.get(key)?.state === "typing") void this.send(key);
  }

  flushAll(): void {
    for (const key of [...this.typed.keys()]) this.flush(key);
  }

  /** Put back what the board has. */
  drop(key: string): void {
    this.callOff(key);
    this.typed.delete(key);
    this.told();
  }

  private async send(key: string): Promise<void> {
    const typed = this.typed.get(key);
    if (!typed?.act || typed.state === "sending") return;
    this.callOff(key);
    this.set(key, { ...typed, state: "sending" });
    const answer = await this.around.sender.send(typed.act.verb, typed.act.args);
    if (answer.ok) this.tryAgain(key, typed.act.args.activity);
    const now = this.typed.get(key);
    if (!now) return;
    if (now.value !== typed.value) {
      this.set(key, { ...now, state: now.act ? "typing" : "wrong" });
      if (now.act) this.soon(key, REST_MS);
    } else if (answer.ok) this.whenShown(key, answer.version ?? 0);
    else if (answer.retry) {
      this.set(key, { ...now, state: "unsent" });
      this.soon(key, RETRY_MS);
    } else this.set(key, { ...now, state: "refused", message: answer.message });
  }

  /** What was refused beside it may fit now: settings have to go together. */
  private tryAgain(saved: string, activity: unknown): void {
    for (const [key, typed] of this.typed)
      if (key !== saved && typed.state === "refused" && typed.act?.args.activity === activity) void this.send(key);
  }

  /** Let it go once the board shows it, so that the field does not flicker back. */
  private whenShown(key: string, version: number): void {
    const { board } = this.around;
    const done = () => {
      const typed = this.typed.get(key);
      if (typed?.state === "sending") this.drop(key);
    };
    if (board.version >= version) {
      done();
      return;
    }
    const stop = board.listen(() => {
      if (board.version < version) return;
      stop();
      done();
    });
  }

  private soon(key: string, ms: number): void {
    this.callOff(key);
    this.callOffs.set(
      key,
      this.around.timers.after(ms, () => void this.send(key)),
    );
  }

  private callOff(key: string): void {
    this.callOffs.get(key)?.();
    this.callOffs.delete(key);
  }

  private set(key: string, typed: Typed): void {
    this.typed.set(key, typed);
    this.told();
  }

  private told(): void {
    try {
      if (this.typed.size) this.storage?.setItem(this.shelf, JSON.stringify([...this.typed]));
      else this.storage?.removeItem(this.shelf);
    } catch {
      // Storage is full or forbidden: it lives on in this page.
    }
    for (const listener of [...this.listeners]) listener();
  }

  /** Take up what an earlier page could not send. */
  private load(): void {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(this.shelf) ?? "[]");
      for (const [key, typed] of kept as [string, Typed][]) {
        this.typed.set(key, typed.act ? { ...typed, state: "unsent" } : typed);
        if (typed.act) this.soon(key, RETRY_MS);
      }
    } catch {
      // Nothing that could be read.
    }
  }
}
