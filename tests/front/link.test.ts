import { beforeEach, describe, expect, it } from "vitest";
import { Board } from "../../shared/web/front/board";
import { Link, type Plain, type Wire } from "../../shared/web/front/link";
import type { Answer, Command } from "../../shared/web/front/records";
import { HandTimers, noting, settle, taken } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: listeners and acknowledgements of any event
type Any = any;

/** A socket whose other end is the test. */
class FakeWire implements Wire {
  connected = false;
  reachable = true;
  tries = 0;
  said: { event: string; payload: Any; ack?: (answer: Any) => void }[] = [];
  private listeners = new Map<string, ((...args: Any[]) => void)[]>();

  on(event: string, listener: (...args: Any[]) => void): void {
    this.listeners.set(event, [...(this.listeners.get(event) ?? []), listener]);
  }
  hear(event: string, ...args: Any[]): void {
    for (const listener of this.listeners.get(event) ?? []) listener(...args);
  }
  emit(event: string, payload: Any, ack?: (answer: Any) => void): void {
    this.said.push({ event, payload, ...(ack ? { ack } : {}) });
  }
  connect(): void {
    if (this.connected) return;
    this.tries += 1;
    if (this.reachable) {
      this.connected = true;
      this.hear("connect");
    } else this.hear("connect_error", {});
  }
  disconnect(): void {
    const was = this.connected;
    this.connected = false;
    if (was) this.hear("disconnect");
  }
  last(event: string) {
    return this.said.filter((s) => s.event === event).at(-1);
  }
}

let board: Board;
let wire: FakeWire;
let timers: HandTimers;

function link(options: { plain?: Plain; own?: boolean } = {}): Link {
  return new Link({ board, wire, timers, ...options });
}

beforeEach(() => {
  board = new Board();
  wire = new FakeWire();
  timers = new HandTimers();
});

describe("the link", () => {
  it("says what it hears to the board and asks at a gap", () => {
    const line = link();
    line.start();
    expect(line.state).toBe("live");
    expect(line.downSince).toBeNull();
    wire.hear("snapshot", { version: 3, records: {}, now: 5 });
    wire.hear("changes", { from: 4, to: 5, put: {}, now: 6 });
    const asked = wire.last("sync");
    expect(asked?.payload).toEqual({ version: 3 });
    asked?.ack?.({ ok: true, version: 5, changes: { from: 3, to: 5, put: {}, now: 6 } });
    expect(board.version).toBe(5);
  });

  it("asks when the heartbeat stays ahead, for the board and for its own", async () => {
    link({ own: true }).start();
    wire.hear("snapshot", { version: 3, records: {}, now: 0 });
    wire.hear("heartbeat", { version: 4, mine: 0, now: 0 });
    expect(wire.last("sync")).toBeUndefined(); // the changes may be right behind it
    await timers.pass(500);
    expect(wire.last("sync")?.payload).toEqual({ version: 3 });
    wire
      .last("sync")
      ?.ack?.({ ok: true, version: 4, changes: { from: 3, to: 4, put: {}, now: 0 }, mine: { version: 2, records: {} } });
    wire.said = [];
    wire.hear("heartbeat", { version: 4, mine: 3, now: 0 });
    await timers.pass(500);
    expect(wire.last("sync")?.payload).toEqual({ version: 4, mine: 2 });
  });

  it("does not ask when the changes come right behind the heartbeat", async () => {
    link().start();
    wire.hear("snapshot", { version: 3, records: {}, now: 0 });
    wire.hear("heartbeat", { version: 4, now: 0 });
    wire.hear("changes", { from: 3, to: 4, put: {}, now: 0 });
    await timers.pass(500);
    expect(wire.last("sync")).toBeUndefined();
  });

  it("begins anew when the line is silent, or when a question has no answer", async () => {
    link().start();
    await timers.pass(14_000);
    expect(wire.tries).toBe(2);
    wire.hear("changes", { from: 1, to: 2, put: {}, now: 0 }); // a gap: it asks, and nobody answers
    await timers.pass(4500);
    expect(wire.tries).toBe(3);
  });

  it("comes back by itself and at once when woken", async () => {
    const line = link();
    line.start();
    wire.reachable = false;
    wire.disconnect();
    expect(line.state).toBe("lost");
    expect(line.downSince).toBe(timers.now());
    await timers.pass(60_000);
    const tries = wire.tries;
    wire.reachable = true;
    line.wake();
    expect(wire.tries).toBe(tries + 1);
    expect(line.state).toBe("live");
  });

  it("asks on waking whether the line still stands, and leaves a dead one soon", async () => {
    const line = link();
    line.start();
    line.wake();
    expect(wire.last("sync")).toBeDefined();
    await timers.pass(1600);
    expect(wire.tries).toBe(2);
    expect(line.state).toBe("live");
  });

  it("ends with a goodbye and begins again only when asked to", async () => {
    const line = link();
    line.start();
    wire.hear("goodbye", { code: "moved" });
    expect([line.state, line.goodbye]).toEqual(["ended", "moved"]);
    line.wake();
    await timers.pass(60_000);
    expect(wire.tries).toBe(1);
    line.restart();
    expect([line.state, line.goodbye]).toEqual(["live", null]);
  });

  it("tries on after the server has said that it restarts", async () => {
    const line = link();
    line.start();
    wire.hear("goodbye", { code: "restarting" });
    wire.disconnect();
    await timers.pass(2000);
    expect(line.state).toBe("live");
  });

  it("ends where the connection itself is refused for good", () => {
    const line = link();
    wire.reachable = false;
    line.start();
    wire.hear("connect_error", { data: { code: "removed" } });
    expect([line.state, line.goodbye]).toEqual(["ended", "removed"]);
  });

  it("rejects what it cannot send", async () => {
    const line = link();
    await expect(line.command({ id: "1", verb: "card.add", args: {} })).rejects.toThrow();
    line.start();
    const asked = line.command({ id: "1", verb: "card.add", args: {} });
    wire.last("command")?.ack?.({ ok: true, version: 1 });
    expect(await asked).toEqual({ ok: true, version: 1 });
  });

  it("goes over plain HTTP where the socket does not get through, and back when it does", async () => {
    const asked: number[] = [];
    const commands: string[] = [];
    const plain: Plain = {
      board: async (since) => {
        asked.push(since);
        return { ok: true, version: 2, snapshot: { version: 2, records: {}, now: 0 } } as unknown as Answer;
      },
      command: noting(commands, (command: Command) => command.id, taken),
      signal: async () => ({ ok: true }),
      ballot: async () => ({ ok: true }),
    };
    const line = link({ plain });
    wire.reachable = false;
    line.start();
    await timers.pass(5000);
    expect(line.state).toBe("plain");
    expect(board.version).toBe(2);
    await timers.pass(10_000);
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.at(-1)).toBe(2);
    await line.command({ id: "x", verb: "card.add", args: {} });
    expect(commands).toEqual(["x"]);
    wire.reachable = true;
    await timers.pass(10_000);
    expect(line.state).toBe("live");
    const polls = asked.length;
    await timers.pass(10_000);
    expect(asked.length).toBe(polls);
  });

  it("is lost again where HTTP fails too", async () => {
    let up = true;
    const plain: Plain = {
      board: async () => (up ? ({ ok: true, version: 0 } as Answer) : Promise.reject(new Error())),
      command: async () => ({ ok: true }),
      signal: async () => ({ ok: true }),
      ballot: async () => ({ ok: true }),
    };
    const line = link({ plain });
    wire.reachable = false;
    line.start();
    await timers.pass(5000);
    expect(line.state).toBe("plain");
    up = false;
    await timers.pass(4000);
    await settle();
    expect(line.state).toBe("lost");
    expect(line.downSince).not.toBeNull();
  });
});
