import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../participant/front/app";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Answer, Ballot, Card } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

const pile = (id: string, title: string, position: number) => ({
  id,
  activity: "sort",
  title,
  short: title,
  position,
  pictogram: "",
  aside: false,
});
const card = (id: string, values: Partial<Card> = {}) => ({
  id,
  activity: "write",
  text: `Card ${id}`,
  position: Number(id.slice(1)),
  cluster: null,
  tags: {},
  merged_into: null,
  verdict: {},
  ...values,
});
const step = (id: string, kind: string, position: number, values = {}) => ({
  id,
  kind,
  title: id,
  question: "",
  position,
  minutes: 1,
  phase: "open",
  settings: {},
  source: null,
  options: [],
  started_at: 1,
  ended_at: null,
  ...values,
});

let shelf: Map<string, unknown>;
let ballots: Ballot[];
let asked: Any[];
let dealt: string[];
let line: (answer: Any) => Promise<Answer>;
let listeners: Map<string, (payload?: Any) => void>;
let version: number;

beforeEach(() => {
  shelf = new Map();
  ballots = [];
  asked = [];
  dealt = ["c1", "c2", "c3"];
  line = async (answer) => answer;
  version = 1;
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

async function opens(clusters = [pile("a", "Roads", 1), pile("b", "Energy", 2)]): Promise<void> {
  listeners = new Map();
  const wire = {
    connected: false,
    on: (event: string, listener: Any) => void listeners.set(event, listener),
    emit: (event: string, payload: Any, ack: (answer: unknown) => void) => {
      if (event !== "ballot") return;
      ballots.push(payload);
      ack({ ok: true, version });
    },
    connect() {
      this.connected = true;
      listeners.get("connect")?.();
    },
    disconnect() {},
  };
  const boot: Any = {
    surface: "phone",
    language: "en",
    languages: ["en"],
    names: {},
    dir: "ltr",
    code: "ABC234",
    messages,
    urls: {},
  };
  const app = new App(boot, {
    shelf: { ...memoryShelf(shelf), kind: "indexeddb" },
    wire: wire as Any,
    root: document.documentElement,
    timers: new HandTimers(),
    later: async () => ({ kinds: LATER, words: {} }),
    ask: async (path, body) => {
      asked.push([path, body]);
      return line({ ok: true, cards: dealt });
    },
  });
  await app.start();
  render(
    <AppContext.Provider value={app}>
      <Phone />
    </AppContext.Provider>,
  );
  const workshop = { id: "w", code: "ABC234", title: "Day", language: "en", languages: ["en"], now: "sort", asks: {} };
  await hears("snapshot", {
    version,
    now: 0,
    records: {
      workshop: { w: { ...workshop, locked: false, paused: false, timer: null, started_at: 1, ended_at: null } },
      activity: {
        write: step("write", "brainstorm", 1, { phase: "revealed" }),
        sort: step("sort", "cluster", 2, { settings: { hands: "shares" } }),
      },
      cluster: Object.fromEntries(clusters.map((one) => [one.id, one])),
      card: Object.fromEntries(["c1", "c2", "c3", "c4"].map((id) => [id, card(id)])),
    },
  });
}

async function hears(event: string, payload: Any): Promise<void> {
  await act(async () => {
    listeners.get(event)?.(payload);
    await settle();
  });
  // The shelf, then the server, then the picture.
  for (let round = 0; round < 3; round += 1) await act(settle);
}

async function changes(put: Any): Promise<void> {
  version += 1;
  await hears("changes", { from: version - 1, to: version, put, now: 0 });
}

async function taps(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settle();
  });
}

const paper = () => (ballots[ballots.length - 1]?.paper as Any)?.taps;

describe("sorting by shares", () => {
  it("asks for a hand once there are two groups, and shows one card with a key a group", async () => {
    await opens([pile("a", "Roads", 1)]);
    expect(screen.getByText(/making the first groups aloud/)).toBeTruthy();
    expect(asked).toEqual([]);
    await changes({ cluster: { b: pile("b", "Energy", 2) } });
    expect(asked).toEqual([["/hand", { activity: "sort", without: [] }]]);
    expect(screen.getByText("Card c1")).toBeTruthy();
    expect(screen.queryByText("Card c2")).toBeNull();
    expect(screen.getAllByRole("button", { name: /Roads|Energy|None fits/ })).toHaveLength(3);
  });

  it("puts a card by one tap or one key, goes on to the next, and takes one back", async () => {
    await opens();
    await taps(/Roads/);
    expect(paper()).toEqual({ c1: [1, "a"] });
    expect(screen.getByText("Card c2")).toBeTruthy();
    await act(async () => {
      fireEvent.keyDown(document.body, { key: "2" });
      await settle();
    });
    await taps("I do not understand it");
    expect(paper()).toEqual({ c1: [1, "a"], c2: [1, "b"], c3: [1, "?"] });
  });

  it("takes one back", async () => {
    await opens();
    await taps(/Roads/);
    await taps("One back");
    expect(screen.getByText("Card c1")).toBeTruthy();
    expect(screen.getByRole("button", { name: /Roads/ }).getAttribute("aria-pressed")).toBe("true");
    await taps("None fits");
    expect(paper()).toEqual({ c1: [1, ""] });
    expect(screen.getByText("Card c2")).toBeTruthy();
  });

  it("keeps hand and taps over a reload", async () => {
    await opens();
    await taps(/Roads/);
    cleanup();
    await opens();
    expect(screen.getByText("Card c2")).toBeTruthy();
    expect(screen.getByText("1 of 3")).toBeTruthy();
    expect(asked).toHaveLength(1);
  });

  it("leaves out what the room has settled, and brings a card back whose group is gone or that is dealt again", async () => {
    await opens();
    await taps(/Roads/);
    await changes({ card: { c2: card("c2", { cluster: "b", verdict: { state: "settled", by: "room", wishes: { b: 2 } } }) } });
    expect(screen.getByText("Card c3")).toBeTruthy();
    await changes({ card: { c1: card("c1", { verdict: { deal: 2 } }) } });
    expect(screen.getByText("Card c1")).toBeTruthy();
    await taps(/Roads/);
    expect(paper().c1).toEqual([2, "a"]);
    await changes({ cluster: { a: null, d: pile("d", "Money", 3) } });
    expect(screen.getByText("Card c1")).toBeTruthy();
  });

  it("tells the author of a card that somebody does not understand it, and nobody else", async () => {
    await opens();
    await changes({ card: { c4: card("c4", { verdict: { state: "unclear", by: "room", wishes: { "?": 1 } } }) } });
    expect(screen.queryByText(/does not understand your card/)).toBeNull();
    await hears("mine", { version, records: { card: { c4: card("c4") } } });
    expect(screen.getByText(/does not understand your card “Card c4”/)).toBeTruthy();
  });

  it("gives more on asking, says when nothing is left, and when there is no line", async () => {
    dealt = ["c1"];
    await opens();
    await taps(/Roads/);
    expect(screen.getByText("4 cards still go from hand to hand.")).toBeTruthy();
    line = () => Promise.reject(new Error("no line"));
    await taps("Give me more");
    expect(screen.getByText(/No line just now/)).toBeTruthy();
    line = async (answer) => answer;
    dealt = ["c4"];
    await taps("Give me more");
    expect(asked[asked.length - 1]).toEqual(["/hand", { activity: "sort", without: ["c1"] }]);
    expect(screen.getByText("Card c4")).toBeTruthy();
    dealt = [];
    await taps(/Energy/);
    await taps("Give me more");
    expect(screen.getByText("All your cards are through")).toBeTruthy();
  });
});

describe("suggestive writing", () => {
  it("offers what the server chose, once a card is pinned, and asks nobody before", async () => {
    await opens();
    asked.length = 0;
    const write = step("write", "brainstorm", 1, { phase: "open", settings: { mode: "suggestive", limit: 5, tags: {} } });
    const workshop = { id: "w", code: "ABC234", title: "Day", language: "en", languages: ["en"], now: "write", asks: {} };
    const all = { ...workshop, locked: false, paused: false, timer: null, started_at: 1, ended_at: null };
    await changes({ workshop: { w: all }, activity: { write }, card: { c1: null, c2: null, c3: null, c4: null } });
    expect(asked).toEqual([]);
    line = async () => ({ ok: true, cards: [{ id: "x", text: "An idea of somebody" }] }) as Any;
    await hears("mine", {
      version,
      records: { card: { m1: { ...card("c9"), id: "m1", text: "Mine", activity: "write", state: "shown" } } },
    });
    expect(asked).toEqual([["/ideas", { activity: "write" }]]);
    expect(screen.getByRole("heading", { name: "An idea of others" })).toBeTruthy();
    expect(screen.getByText("An idea of somebody")).toBeTruthy();
  });
});

describe("collecting before the day", () => {
  it("lands in the open writing while nothing runs, and only before the workshop began", async () => {
    await opens();
    const write = step("write", "brainstorm", 1, {
      phase: "open",
      settings: { mode: "alone", limit: 5, tags: {}, until: "2026-11-27" },
    });
    const workshop = { id: "w", code: "ABC234", title: "Day", language: "en", languages: ["en"], now: null, asks: {} };
    const all = { ...workshop, locked: false, paused: false, timer: null, started_at: null as number | null, ended_at: null };
    await changes({ workshop: { w: all }, activity: { write } });
    expect(screen.getByText(/Cards are collected until November 27/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /I am done/ })).toBeNull();
    await changes({ workshop: { w: { ...all, started_at: 5 } } });
    expect(screen.queryByText(/Cards are collected until/)).toBeNull();
  });
});
