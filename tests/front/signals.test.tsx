import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App as ConsoleApp } from "../../facilitator/front/console/app";
import { Console } from "../../facilitator/front/console/views/Console";
import { Signals } from "../../participant/front/signals";
import { Board } from "../../shared/web/front/board";
import type { Answer, Put, Signal } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { HandTimers, noting, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

const step = (values = {}) => ({
  ...{ id: "v", kind: "dots", title: "Vote", question: "", position: 1, minutes: 5, phase: "open", source: null },
  ...{ options: ["a", "b"], settings: { dots: 2, about: "own", choices: ["A", "B"] }, started_at: 1, ended_at: null },
  ...values,
});
const records = (values = {}, workshop = {}): Put => ({
  workshop: { w: { id: "w", now: "v", timer: null, started_at: 1, ended_at: null, paused: false, locked: false, ...workshop } },
  activity: { v: step(values) },
});

describe("what a phone says of itself", () => {
  let board: Board;
  let timers: HandTimers;
  let said: Signal[];
  let paper: Record<string, number>;
  let unsent: number;
  let line: () => Promise<Answer>;
  const shelf = new Map<string, unknown>();

  const phone = async () => {
    const link = {
      signal: noting(
        said,
        (signal: Signal) => signal,
        () => line(),
      ),
    } as Any;
    const signals = new Signals({ board, link, timers, shelf: memoryShelf(shelf), unsent: () => unsent, paper: () => paper });
    await signals.load();
    board.listen(() => signals.look());
    return signals;
  };
  const sees = (version: number, values = {}, workshop = {}) => {
    board.reconnected();
    board.snapshot({ version, records: records(values, workshop), now: 0 });
  };

  beforeEach(() => {
    board = new Board();
    timers = new HandTimers();
    said = [];
    paper = {};
    unsent = 0;
    line = async () => ({ ok: true });
    shelf.clear();
  });

  it("says that dots are left, and once that they are placed", async () => {
    const signals = await phone();
    sees(3);
    await timers.pass(2000);
    expect(said).toEqual([{ activity: "v", done: false, holds: true, unsent: 0, at: 3 }]);
    paper = { a: 1, b: 1 };
    signals.look();
    signals.look();
    await timers.pass(2000);
    expect(said.slice(1)).toEqual([{ activity: "v", done: false, holds: false, unsent: 0, at: 3 }]);
  });

  it("keeps quiet where there is nothing to say", async () => {
    const signals = await phone();
    sees(3, { kind: "brainstorm", settings: {} });
    signals.again();
    await timers.pass(2000);
    expect(said).toEqual([]);
  });

  it("is done over a reload and a new line, until it is taken back", async () => {
    const signals = await phone();
    sees(3, { kind: "brainstorm", settings: {} });
    signals.set("v", true);
    await timers.pass(2000);
    const again = await phone();
    sees(4, { kind: "brainstorm", settings: {} });
    expect(again.isDone("v")).toBe(true);
    await timers.pass(2000);
    expect(said.map((one) => [one.done, one.at])).toEqual([
      [true, 3],
      [true, 3],
    ]);
    again.again();
    await timers.pass(2000);
    again.set("v", false);
    await timers.pass(2000);
    expect(said.slice(2).map((one) => one.done)).toEqual([true, false]);
  });

  it.each([
    ["closes", { phase: "closed" }, {}],
    ["is left", {}, { now: "other" }],
  ])("is not done any more once the step %s", async (_, values, workshop) => {
    const signals = await phone();
    sees(3);
    signals.set("v", true);
    sees(4, values, workshop);
    expect(signals.isDone("v")).toBe(false);
    sees(5);
    expect(signals.isDone("v")).toBe(false);
    await settle();
    expect(shelf.size).toBe(0);
  });

  it("says it again where the line broke", async () => {
    const signals = await phone();
    line = async () => Promise.reject(new Error("no line"));
    sees(3, { kind: "brainstorm", settings: {} });
    unsent = 2;
    signals.look();
    await timers.pass(2000);
    line = async () => ({ ok: true });
    signals.again();
    await timers.pass(2000);
    expect(said.map((one) => one.unsent)).toEqual([2, 2]);
  });
});

describe("closing on the console", () => {
  let commands: Any[];
  let timers: HandTimers;
  let app: ConsoleApp;
  let say: (event: string, payload: unknown) => void;

  beforeEach(async () => {
    commands = [];
    timers = new HandTimers();
    const listeners = new Map<string, (payload?: Any) => void>();
    say = (event, payload) => listeners.get(event)?.(payload);
    const wire = {
      connected: true,
      on: (event: string, listener: Any) => void listeners.set(event, listener),
      emit: (event: string, payload: Any, ack: Any) => {
        if (event !== "command") return ack({ ok: true, version: 1 });
        commands.push(payload);
        ack({ ok: true, version: 1 });
      },
      connect: () => listeners.get("connect")?.(),
      disconnect: () => undefined,
    };
    const urls = { home: "", settings: "", minutes: "", history: "", projector: "", join: "", join_qr: "", wifi_qr: "" };
    const boot: Any = { surface: "console", language: "en", workshop: "w", code: "K", name: "T", messages, urls };
    app = new ConsoleApp(boot, () => wire, timers);
    app.start();
    say("snapshot", { version: 1, records: records({}, { wall: { shows: "step" } }), now: 0, acts: [] });
    render(<Console app={app} />);
    await drawn();
  });
  afterEach(cleanup);

  const drawn = () => act(async () => settle());
  const told = async (values: Any) => {
    stamp += 1;
    say("signals", { activity: "v", stamp, of: 9, done: 0, holds: 0, unsent: 0, ...values });
    await drawn();
  };
  let stamp = 0;
  const presses = async (name: RegExp) => {
    await act(async () => {
      fireEvent.click(screen.getByRole("button", { name }));
      await settle();
    });
  };
  const closed = () => commands.filter((one) => one.verb === "activity.close").length;

  it("tells how many are done, hold dots and hold unsent ballots", async () => {
    await told({ done: 6, holds: 3, unsent: 2 });
    expect(screen.getByText("6 of 9 are done")).toBeTruthy();
    expect(screen.getByText("up to 3 phones still hold dots")).toBeTruthy();
    expect(screen.getByText("2 phones hold unsent ballots")).toBeTruthy();
  });

  it("waits until nothing is missing", async () => {
    await told({ unsent: 2 });
    await presses(/^Close the vote/);
    expect(closed()).toBe(0);
    await told({ unsent: 1 });
    expect(closed()).toBe(0);
    await told({ unsent: 0 });
    expect(closed()).toBe(1);
  });

  it("waits ten seconds at most", async () => {
    await told({ unsent: 1 });
    await presses(/^Close the vote/);
    await act(async () => timers.pass(9900));
    expect(closed()).toBe(0);
    await act(async () => timers.pass(200));
    expect(closed()).toBe(1);
  });

  it("closes at once when pressed again, and not at all where it is to stay open", async () => {
    await told({ unsent: 1 });
    await presses(/^Close the vote/);
    await presses(/^Keep it open/);
    await act(async () => timers.pass(20_000));
    expect(closed()).toBe(0);
    await presses(/^Close the vote/);
    await presses(/^Close now/);
    expect(closed()).toBe(1);
    await act(async () => timers.pass(20_000));
    expect(closed()).toBe(1);
  });

  it("closes at once where nothing is missing", async () => {
    await told({ done: 9 });
    await presses(/^Close the vote/);
    expect(closed()).toBe(1);
  });
});
