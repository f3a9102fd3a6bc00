/**
 * The line to the server: says what it hears to the board, asks when the board has a gap or lags behind, comes back by itself,
 * and falls back to plain HTTP where sockets do not get through. Knows no DOM; the socket, HTTP and time are brought in.
 */

import type { Board } from "./board";
import { Clock } from "./clock";
import type {
  Answer,
  Ballot,
  Changes,
  Command,
  Goodbye,
  Heartbeat,
  Mine,
  Presence,
  Signal,
  Signals,
  Snapshot,
  Synced,
  Tally,
} from "./records";
import { realTimers, type Timers } from "./timers";

/** What the link needs of a Socket.IO client. */
export interface Wire {
  connected: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: the shape that socket.io-client gives
  on(event: string, listener: (...args: any[]) => void): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: the shape that socket.io-client gives
  emit(event: string, ...args: any[]): unknown;
  connect(): unknown;
  disconnect(): unknown;
}

/** The plain HTTP way; each rejects where the server cannot be reached. */
export interface Plain {
  command(command: Command): Promise<Answer>;
  ballot(ballot: Ballot): Promise<Answer>;
  signal(signal: Signal): Promise<Answer>;
  board(since: number): Promise<Answer>;
}

/**
 * starting: never connected yet · live: over the socket · plain: over HTTP · lost: neither, trying ·
 * ended: the server has said goodbye, nothing is tried.
 */
export type LinkState = "starting" | "live" | "plain" | "lost" | "ended";

export interface LinkOptions {
  board: Board;
  wire: Wire;
  /** Without it there is no fallback. */
  plain?: Plain;
  clock?: Clock;
  timers?: Timers;
  /** What to say first on each connection, as a console says `follow`. */
  hello?: () => { event: string; payload: unknown };
  /** Whether this audience has things of its own (phones). */
  own?: boolean;
}

const SYNC_PATIENCE_MS = 4000;
const WAKING_PATIENCE_MS = 1500; // a phone that was asleep most likely holds a dead line
const CONNECT_PATIENCE_MS = 10_000;
const BEHIND_PATIENCE_MS = 400;
const SILENCE_MS = 13_000; // two heartbeats and a bit
const POLL_MS = 3000;
const RETRY_MS = [500, 1000, 2000, 4000, 5000];
const TRIES_BEFORE_PLAIN = 3;
/** Goodbyes and refusals of the connection itself that no further try can heal. */
const SHUT_OUT = new Set(["removed", "moved", "crowded", "revoked", "not_joined"]);

export class Link {
  state: LinkState = "starting";
  /** When the line was last lost (or first sought); null while it stands. */
  downSince: number | null;
  /** The code of the goodbye or refusal that ended the line. */
  goodbye: string | null = null;
  readonly clock: Clock;
  private readonly board: Board;
  private readonly wire: Wire;
  private readonly plain: Plain | undefined;
  private readonly timers: Timers;
  private readonly hello: LinkOptions["hello"];
  private readonly own: boolean;
  private failures = 0;
  private syncing = false;
  private listeners = new Set<() => void>();
  private callOffs = new Map<string, () => void>();

  constructor(options: LinkOptions) {
    this.board = options.board;
    this.wire = options.wire;
    this.plain = options.plain;
    this.timers = options.timers ?? realTimers;
    this.clock = options.clock ?? new Clock(() => this.timers.now());
    this.hello = options.hello;
    this.own = options.own ?? false;
    this.downSince = this.timers.now();
    this.listenToWire();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    this.reach();
  }

  /** Begin again after a goodbye: "Use it here". */
  restart(): void {
    this.goodbye = null;
    this.failures = 0;
    this.become("lost");
    this.reconnect();
  }

  /** Stop for good. */
  stop(): void {
    for (const callOff of this.callOffs.values()) callOff();
    this.callOffs.clear();
    this.become("ended");
    this.wire.disconnect();
  }

  /** The device woke up, came back to the page or to the network: look at once whether the line still stands. */
  wake(): void {
    if (this.state === "ended") return;
    this.clock.forget();
    if (this.wire.connected) this.sync(WAKING_PATIENCE_MS);
    else this.reconnect();
    if (this.state === "plain") this.poll();
  }

  /** Send a message and wait for its answer; rejects where there is no line. */
  async ask(event: string, payload: unknown): Promise<Answer> {
    if (this.wire.connected && this.state !== "ended") {
      return new Promise((resolve, reject) => {
        this.wire.emit(event, payload, (answer: Answer) =>
          answer && typeof answer === "object" ? resolve(answer) : reject(new Error("no answer")),
        );
      });
    }
    if (this.state === "plain" && this.plain) {
      if (event === "command") return this.plain.command(payload as Command);
      if (event === "ballot") return this.plain.ballot(payload as Ballot);
      if (event === "signal") return this.plain.signal(payload as Signal);
    }
    throw new Error("no line");
  }

  command = (command: Command): Promise<Answer> => this.ask("command", command);
  ballot = (ballot: Ballot): Promise<Answer> => this.ask("ballot", ballot);
  signal = (signal: Signal): Promise<Answer> => this.ask("signal", signal);

  private listenToWire(): void {
    const { wire, board } = this;
    wire.on("connect", () => this.connected());
    wire.on("disconnect", () => this.lost());
    wire.on("connect_error", (error?: { data?: { code?: string } }) => this.failed(error?.data?.code));
    wire.on("snapshot", (heard: Snapshot) => {
      this.clock.hear(heard.now);
      board.snapshot(heard);
      this.alive();
    });
    wire.on("changes", (heard: Changes) => {
      this.clock.hear(heard.now);
      if (board.changes(heard) === "gap") this.sync();
      this.alive();
    });
    wire.on("mine", (heard: Mine) => board.takeMine(heard));
    wire.on("tally", (heard: Tally) => board.takeTally(heard));
    wire.on("presence", (heard: Presence) => board.takePresence(heard));
    wire.on("signals", (heard: Signals) => board.takeSignals(heard));
    wire.on("heartbeat", (heard: Heartbeat) => this.heartbeat(heard));
    wire.on("goodbye", (heard: Goodbye) => this.farewell(heard.code));
  }

  private connected(): void {
    this.failures = 0;
    this.callOff("reach");
    this.callOff("retry");
    this.callOff("poll");
    this.board.reconnected();
    const hello = this.hello?.();
    if (hello) this.wire.emit(hello.event, hello.payload, (answer: Answer) => this.welcomed(answer));
    this.become("live");
    this.alive();
  }

  private welcomed(answer: Answer): void {
    if (!answer?.ok && SHUT_OUT.has(answer?.code)) this.farewell(answer.code);
  }

  private lost(): void {
    if (this.state === "ended") return;
    this.callOff("silence");
    this.callOff("sync");
    this.syncing = false;
    this.become("lost");
    this.retry();
  }

  private failed(code?: string): void {
    if (this.state === "ended" || this.wire.connected) return;
    this.callOff("reach");
    if (code && SHUT_OUT.has(code)) {
      this.farewell(code);
      return;
    }
    this.failures += 1;
    if (this.failures >= TRIES_BEFORE_PLAIN && this.plain && this.state !== "plain") this.poll();
    this.retry();
  }

  private farewell(code: string): void {
    if (!SHUT_OUT.has(code)) return; // "restarting": it comes back by itself
    this.goodbye = code;
    this.stop();
  }

  /** Try the socket again after a while; the library's own reconnection is off, so that waking up is at once. */
  private retry(): void {
    const wait = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] as number;
    this.after("retry", wait * (0.7 + 0.6 * this.timers.random()), () => this.reach());
  }

  private reconnect(): void {
    this.wire.disconnect();
    this.callOff("retry");
    this.reach();
  }

  /** Connect, and count it as failed if neither welcome nor refusal comes. */
  private reach(): void {
    this.after("reach", CONNECT_PATIENCE_MS, () => {
      this.wire.disconnect();
      this.failed();
    });
    this.wire.connect();
  }

  private alive(): void {
    this.after("silence", SILENCE_MS, () => this.drop());
  }

  /** The line is silent though it says it stands: cut it and begin anew. */
  private drop(): void {
    this.syncing = false;
    this.wire.disconnect();
    if (this.state === "live") this.lost();
    this.reconnect();
  }

  private heartbeat(heard: Heartbeat): void {
    this.clock.hear(heard.now);
    this.alive();
    if (this.lags(heard)) this.after("behind", BEHIND_PATIENCE_MS, () => this.lags(heard) && this.sync());
  }

  private lags(heard: Heartbeat): boolean {
    const mine = this.board.mine?.version ?? -1;
    return heard.version > this.board.version || (this.own && heard.mine !== undefined && heard.mine > mine);
  }

  /** Ask for what is missing. One question at a time; no answer means that the line is dead. */
  private sync(patience = SYNC_PATIENCE_MS): void {
    if (!this.wire.connected || this.syncing) return;
    this.syncing = true;
    this.after("sync", patience, () => this.drop());
    const payload = { version: this.board.version, ...(this.own && this.board.mine ? { mine: this.board.mine.version } : {}) };
    this.wire.emit("sync", payload, (answer: Answer) => {
      this.callOff("sync");
      this.syncing = false;
      this.alive();
      if (answer?.ok) this.take(answer as unknown as Synced);
    });
  }

  private take(heard: Synced): void {
    const { board } = this;
    if (heard.snapshot) {
      this.clock.hear(heard.snapshot.now);
      board.snapshot(heard.snapshot);
    }
    if (heard.changes) {
      this.clock.hear(heard.changes.now);
      board.changes(heard.changes);
    }
    if (heard.mine) board.takeMine(heard.mine);
  }

  private poll(): void {
    const { plain } = this;
    if (!plain || this.wire.connected || this.state === "ended") return;
    this.after("poll", POLL_MS, () => this.poll());
    plain.board(this.board.version).then(
      (answer) => {
        if (this.wire.connected || this.state === "ended") return;
        if (answer.ok) {
          this.become("plain");
          this.take(answer as unknown as Synced);
        } else if (SHUT_OUT.has(answer.code)) this.farewell(answer.code);
      },
      () => {
        if (this.state === "plain") this.become("lost");
      },
    );
  }

  private become(state: LinkState): void {
    if (state === this.state) return;
    this.state = state;
    const stands = state === "live" || state === "plain";
    this.downSince = stands ? null : (this.downSince ?? this.timers.now());
    for (const listener of [...this.listeners]) listener();
  }

  private after(name: string, ms: number, act: () => void): void {
    this.callOff(name);
    this.callOffs.set(
      name,
      this.timers.after(ms, () => {
        this.callOffs.delete(name);
        act();
      }),
    );
  }

  private callOff(name: string): void {
    this.callOffs.get(name)?.();
    this.callOffs.delete(name);
  }
}
