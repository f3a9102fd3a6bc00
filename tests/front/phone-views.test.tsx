import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../participant/front/app";
import type { Boot } from "../../participant/front/boot";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Ballot, Command, Put } from "../../shared/web/front/records";
import { memoryShelf, type Shelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { card, Desk, HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

/** A server with one desk; the test says when the line stands. */
class Server {
  connected = false;
  up = true;
  desk = new Desk();
  ballots: Ballot[] = [];
  private listeners = new Map<string, (...args: Any[]) => void>();
  on(event: string, listener: (...args: Any[]) => void): void {
    this.listeners.set(event, listener);
  }
  say(event: string, payload?: unknown): void {
    this.listeners.get(event)?.(payload);
  }
  emit(event: string, payload: Any, ack: (answer: unknown) => void): void {
    if (!this.up) return;
    if (event === "command") ack(this.desk.command(payload as Command));
    if (event === "ballot") {
      this.ballots.push(payload);
      ack(this.desk.ballot(payload));
    }
  }
  connect(): void {
    if (!this.up) {
      this.say("connect_error", {});
      return;
    }
    this.connected = true;
    this.say("connect");
  }
  disconnect(): void {
    this.connected = false;
  }
}

let server: Server;
let timers: HandTimers;
let app: App;
let entries: Map<string, unknown>;
let version: number;
let kind: Shelf["kind"];

const workshop = (values: Record<string, unknown> = {}) => ({
  workshop: {
    w: {
      id: "w",
      code: "ABC234",
      title: "Planning day",
      place: "Altan-Ovoo",
      now: null,
      paused: false,
      timer: null,
      ended_at: null,
      ...values,
    },
  },
});
const step = (id: string, kind: string, position: number, values: Record<string, unknown> = {}) => ({
  [id]: {
    id,
    kind,
    title: `Step ${id}`,
    question: `What about ${id}?`,
    position,
    phase: "open",
    settings: {},
    source: null,
    options: [],
    ...values,
  },
});
const write = (values: Record<string, unknown> = {}) =>
  step("write", "brainstorm", 1, { settings: { mode: "alone", limit: 3, length: 90, tags: {}, stock: "yellow" }, ...values });

async function open(records: Put): Promise<void> {
  version = 100;
  server.desk.version = version;
  const boot: Boot = {
    surface: "phone",
    language: "en",
    languages: ["en", "mn"],
    names: {},
    dir: "ltr",
    code: "ABC234",
    messages,
    urls: {},
  };
  const later = async () => ({ kinds: LATER, words: {} });
  app = new App(boot, { shelf: { ...memoryShelf(entries), kind }, wire: server, root: document.documentElement, timers, later });
  app.seed = "fixed";
  await app.start();
  render(
    <AppContext.Provider value={app}>
      <Phone />
    </AppContext.Provider>,
  );
  await hear("snapshot", { version, records, now: 0 });
}

async function hear(event: string, payload: unknown): Promise<void> {
  await act(async () => {
    server.say(event, payload);
    await settle();
  });
}

async function change(put: Put): Promise<void> {
  version += 1;
  await hear("changes", { from: version - 1, to: version, put, now: 0 });
}

async function doing(what: () => unknown): Promise<void> {
  await act(async () => {
    what();
    await settle();
  });
}

async function pass(ms: number): Promise<void> {
  await act(() => timers.pass(ms));
}

const box = () => screen.getByRole("textbox", { name: "Your idea" }) as HTMLTextAreaElement;
const button = (name: string | RegExp) => screen.getByRole("button", { name });

async function type(text: string): Promise<void> {
  await doing(() => {
    box().focus();
    fireEvent.input(box(), { target: { value: text } });
  });
}

async function pin(text: string): Promise<void> {
  await type(text);
  await doing(() => fireEvent.click(button("Pin it")));
}

beforeEach(() => {
  kind = "indexeddb";
  server = new Server();
  timers = new HandTimers();
  entries = new Map();
  location.hash = "";
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

describe("writing cards", () => {
  it("shows a card at once, empties the box and keeps the focus in it", async () => {
    await open({ ...workshop({ now: "write" }), activity: write() });
    expect(screen.getByRole("heading", { level: 2, name: /What about write/ })).toBeTruthy();
    await pin("No winter storage");
    await pin("Loans are too dear");
    expect(screen.getAllByRole("listitem").map((li) => within(li).getByText(/No winter|Loans/).textContent)).toEqual([
      "Loans are too dear",
      "No winter storage",
    ]);
    expect(box().value).toBe("");
    expect(document.activeElement).toBe(box());
    expect(screen.getByText("2 of 3")).toBeTruthy();
    expect(server.desk.effects.map((c) => [c.verb, c.args.text])).toEqual([
      ["card.add", "No winter storage"],
      ["card.add", "Loans are too dear"],
    ]);
  });

  it("pins with Ctrl+Enter, and not what is empty or too long", async () => {
    await open({ ...workshop({ now: "write" }), activity: write() });
    await type("   ");
    await doing(() => fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true }));
    await type("ө".repeat(91));
    expect(screen.getByText("1 too many")).toBeTruthy();
    await doing(() => fireEvent.click(button("Pin it")));
    expect(server.desk.effects).toEqual([]);
    await type("ө".repeat(90));
    await doing(() => fireEvent.keyDown(box(), { key: "Enter", ctrlKey: true }));
    expect(server.desk.effects.length).toBe(1);
  });

  it("keeps words without a line, says so, and sends them once when it is back", async () => {
    server.up = false;
    await open({ ...workshop({ now: "write" }), activity: write() });
    await pin("Offline one");
    await pin("Offline two");
    await pass(11_000);
    expect(screen.getAllByText("kept on this phone").length).toBe(2);
    expect(screen.getByText("No connection.")).toBeTruthy();
    expect(button("2 kept here")).toBeTruthy();
    cleanup();
    server = new Server(); // the page is loaded anew, and the line is back
    const kept = [...entries.keys()].filter((key) => key.startsWith("out/"));
    expect(kept.length).toBe(2);
    await open({ ...workshop({ now: "write" }), activity: write() });
    await doing(() => undefined);
    expect(server.desk.effects.map((c) => c.args.text)).toEqual(["Offline one", "Offline two"]);
    expect(button("Saved")).toBeTruthy();
  });

  it("tells the author of a hidden card, and of a refused one", async () => {
    server.desk.refuse = () => ({ ok: false, code: "limit", message: "Too long for the wall", retry: false });
    await open({ ...workshop({ now: "write" }), activity: write() });
    await pin("Refused");
    expect(screen.getByText("Too long for the wall")).toBeTruthy();
    await hear("mine", { version, records: { card: { a: card("a", { state: "hidden", text: "Doubtful" }) } } });
    expect(screen.getByText(/put this card aside/)).toBeTruthy();
  });

  it("changes a card in the box and withdraws one", async () => {
    await open({ ...workshop({ now: "write" }), activity: write() });
    await hear("mine", { version, records: { card: { a: card("a", { text: "First" }), b: card("b", { text: "Second" }) } } });
    await doing(() => fireEvent.click(button("Change: First")));
    expect(box().value).toBe("First");
    await type("Better");
    await doing(() => fireEvent.click(button("Save it")));
    await doing(() => fireEvent.click(button("Change: Second")));
    await doing(() => fireEvent.click(button("Withdraw")));
    expect(server.desk.effects.map((c) => [c.verb, c.args])).toEqual([
      ["card.reword", { card: "a", text: "Better" }],
      ["card.withdraw", { card: "b" }],
    ]);
  });

  it("folds the box when all cards are written", async () => {
    await open({ ...workshop({ now: "write" }), activity: write({ settings: { limit: 1, length: 90, mode: "alone" } }) });
    await pin("Only one");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.getByText(/1 of 1/, { selector: ".composer" })).toBeTruthy();
  });

  it("offers the tags of the activity and sends the chosen one", async () => {
    await open({
      ...workshop({ now: "write" }),
      activity: write({ settings: { limit: 0, length: 90, tags: { Kind: ["obstacle", "idea"] } } }),
    });
    await doing(() => fireEvent.change(screen.getByRole("combobox", { name: "Kind" }), { target: { value: "idea" } }));
    await pin("Felt workshop");
    expect(server.desk.effects[0]?.args.tags).toEqual({ Kind: "idea" });
  });

  it("keeps a half card over a reload", async () => {
    await open({ ...workshop({ now: "write" }), activity: write() });
    await type("Half a ca");
    await pass(300);
    cleanup();
    server = new Server();
    await open({ ...workshop({ now: "write" }), activity: write() });
    expect(box().value).toBe("Half a ca");
  });
});

describe("the room goes on", () => {
  const two = (now: string | null, values: Record<string, unknown> = {}) => ({
    ...workshop({ now }),
    activity: { ...write(values), ...step("talk", "discussion", 2) },
  });

  it("never takes away the box in which somebody writes", async () => {
    await open(two("write"));
    await type("Half a card");
    await change(workshop({ now: "talk" }));
    expect(box().value).toBe("Half a card");
    expect(document.activeElement).toBe(box());
    expect(screen.getByText(/Finish this card/, { selector: ".banner span" })).toBeTruthy();
    expect(server.desk.effects).toEqual([]);
    await doing(() => fireEvent.click(button("Go on")));
    expect(screen.getByRole("heading", { name: /What about talk/ })).toBeTruthy();
  });

  it("goes on by itself where nobody writes, and takes the focus to the question", async () => {
    await open(two("write"));
    await change(workshop({ now: "talk" }));
    expect(document.activeElement?.textContent).toContain("What about talk?");
    expect(screen.getByRole("alert").textContent).toBe("Now: Step talk");
  });

  it("keeps what is in the box when writing is closed", async () => {
    await open(two("write"));
    await type("Half a card");
    await change({ activity: write({ phase: "closed" }) });
    expect(box().value).toBe("Half a card");
    expect(screen.getByRole("alert").textContent).toMatch(/Writing is closed/);
    await doing(() => fireEvent.click(button("Pin it")));
    expect(server.desk.effects).toEqual([]);
  });

  it("keeps the words over a pause, and sends what waited", async () => {
    await open(two("write"));
    await type("Half a card");
    await change(workshop({ now: "write", paused: true }));
    expect(screen.getByRole("heading", { name: "Paused" })).toBeTruthy();
    await change(workshop({ now: "write" }));
    expect(box().value).toBe("Half a card");
  });

  it("tells about the end, a removal, and a seat that is open elsewhere", async () => {
    await open(two(null));
    expect(screen.getByRole("heading", { name: /You are in|Look at the wall/ })).toBeTruthy();
    await change(workshop({ ended_at: 5 }));
    expect(screen.getByRole("heading", { name: "Thank you" })).toBeTruthy();
    await hear("goodbye", { code: "moved" });
    expect(button("Use it here")).toBeTruthy();
    await doing(() => fireEvent.click(button("Use it here")));
    await hear("goodbye", { code: "removed" });
    expect(screen.getByRole("heading", { name: /not in the workshop/ })).toBeTruthy();
  });
});

describe("dots", () => {
  const groups = (ids: string[]) =>
    Object.fromEntries(
      ids.map((id, i) => [
        id,
        { id, activity: "sort", title: `Group ${id}`, short: id, position: i, pictogram: "", aside: false },
      ]),
    );
  const vote = (values: Record<string, unknown> = {}) => ({
    ...step("sort", "cluster", 1, { phase: "confirmed" }),
    ...step("vote", "dots", 2, { settings: { dots: 2, most: 1, secret: true }, options: ["a", "b", "c"], ...values }),
  });
  const records = (values: Record<string, unknown> = {}) => ({
    ...workshop({ now: "vote" }),
    activity: vote(values),
    cluster: groups(["a", "b", "c"]),
  });

  it("saves the whole paper at every tap, under one key", async () => {
    await open(records());
    expect(screen.getByText("2 left")).toBeTruthy();
    await doing(() => fireEvent.click(button("Add a dot: Group a")));
    await doing(() => fireEvent.click(button("Add a dot: Group b")));
    expect(screen.getByText("0 left")).toBeTruthy();
    await doing(() => fireEvent.click(button("Take a dot back: Group a")));
    expect(screen.getByText("1 left")).toBeTruthy();
    expect(server.ballots.map((b) => [b.revision, b.paper])).toEqual([
      [1, { a: 1 }],
      [2, { a: 1, b: 1 }],
      [3, { b: 1 }],
    ]);
    expect(new Set(server.ballots.map((b) => b.key)).size).toBe(1);
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Add a dot: Group a");
  });

  it("offers to move a dot where none is left", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Add a dot: Group a")));
    await doing(() => fireEvent.click(button("Add a dot: Group b")));
    await doing(() => fireEvent.click(button("Add a dot: Group c")));
    const sheet = screen.getByRole("dialog");
    await doing(() => fireEvent.click(within(sheet).getByRole("button", { name: "Group a" })));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(server.ballots.at(-1)?.paper).toEqual({ b: 1, c: 1 });
  });

  it("gives and takes back minus points where the vote has them", async () => {
    await open(records({ settings: { dots: 2, most: 1, minus: 1, secret: true } }));
    await doing(() => fireEvent.click(button("Add a minus: Group a")));
    expect(screen.getByText("0 minus left")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Add a dot: Group a" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Add a minus: Group b" })).toBeNull();
    await doing(() => fireEvent.click(button("Take the minus back: Group a")));
    expect(server.ballots.map((b) => b.paper)).toEqual([{ a: -1 }, {}]);
  });

  it("filters to one's own", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Add a dot: Group b")));
    await doing(() => fireEvent.click(button("Mine (1)")));
    expect(screen.queryByText("Group a")).toBeNull();
    await doing(() => fireEvent.click(button("Show all")));
    expect(screen.getByText("Group a")).toBeTruthy();
  });

  it("shows one's own dots when closed, and says which were counted", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Add a dot: Group b")));
    await change({ activity: vote({ phase: "closed" }) });
    expect(screen.getByText(/Your 1 dot was counted/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Add a dot/ })).toBeNull();
    expect(screen.getByRole("img", { name: "1 dot" })).toBeTruthy();
  });

  it("sends the paper again where the vote is opened again", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Add a dot: Group b")));
    await change({ activity: vote({ phase: "closed" }) });
    await change({ activity: vote() });
    expect(server.ballots.map((b) => b.revision)).toEqual([1, 1]);
  });

  it("shows the result by sector, with one's own dots and the balanced order", async () => {
    const result = {
      rule: "dots",
      dots: 2,
      most: 1,
      cast: 15,
      blank: 0,
      unused: 0,
      seats: 15,
      order_differs: true,
      sectors: { private: 5, public: 5, "semi-public": 5 },
      items: [
        {
          id: "a",
          title: "Group a",
          short: "a",
          dots: 9,
          place: 1,
          by_sector: { private: 7, public: 1, "semi-public": 1 },
          balanced: "30.00",
        },
        {
          id: "b",
          title: "Group b",
          short: "b",
          dots: 8,
          place: 2,
          by_sector: { private: 0, public: 4, "semi-public": 4 },
          balanced: "41.50",
        },
      ],
    };
    await open(records({ phase: "revealed", result }));
    expect(screen.getByRole("img", { name: "Private 7, Public 1, Semi-public 1" })).toBeTruthy();
    const titles = () => screen.getAllByRole("listitem").map((li) => li.querySelector(".tx")?.textContent);
    expect(titles()).toEqual(["Group a", "Group b"]);
    await doing(() => fireEvent.click(button("Three sectors equal")));
    expect(titles()).toEqual(["Group b", "Group a"]);
  });

  it("says 'Look up!' for three seconds when the reveal happens before its eyes", async () => {
    await open(records());
    await change({ activity: vote({ phase: "closed" }) });
    const result = {
      rule: "dots",
      dots: 2,
      most: 1,
      cast: 1,
      blank: 0,
      unused: 1,
      seats: 1,
      order_differs: false,
      items: [{ id: "a", title: "Group a", short: "a", dots: 1, place: 1 }],
    };
    await change({ activity: vote({ phase: "revealed", result }) });
    expect(screen.getByRole("heading", { name: "Look up!" })).toBeTruthy();
    await pass(3100);
    expect(screen.getByText(/Too few ballots to show them by sector/)).toBeTruthy();
  });
});

describe("sorting", () => {
  const records = (values: Record<string, unknown> = {}) => ({
    ...workshop({ now: "sort" }),
    activity: { ...write({ phase: "revealed" }), ...step("sort", "cluster", 2, { settings: { hands: "all" }, ...values }) },
    card: { a: card("a", { text: "Bad roads" }), b: card("b", { text: "No bridge", position: 2 }) },
    cluster: { g: { id: "g", activity: "sort", title: "Money", short: "Money", position: 1, pictogram: "", aside: false } },
  });

  it("puts several cards together under a new name", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Bad roads")));
    await doing(() => fireEvent.click(button("No bridge")));
    await doing(() => fireEvent.click(button("Put together (2)")));
    await doing(() => fireEvent.input(screen.getByRole("textbox", { name: /new group/ }), { target: { value: "Roads" } }));
    await doing(() => fireEvent.click(button("Make the group")));
    const sent = server.desk.effects[0];
    expect([sent?.verb, sent?.args.title, sent?.args.cards]).toEqual(["cluster.add", "Roads", ["a", "b"]]);
    expect(screen.getByText("2 of 2 placed")).toBeTruthy();
  });

  it("lets go of a chosen card that somebody else has moved", async () => {
    await open(records());
    await doing(() => fireEvent.click(button("Bad roads")));
    await doing(() => fireEvent.click(button("No bridge")));
    await change({ card: { a: card("a", { text: "Bad roads", cluster: "g" }) } });
    await doing(() => fireEvent.click(button("Put together (1)")));
    await doing(() => fireEvent.input(screen.getByRole("textbox", { name: /new group/ }), { target: { value: "Bridges" } }));
    await doing(() => fireEvent.click(button("Make the group")));
    expect(server.desk.effects[0]?.args.cards).toEqual(["b"]);
  });

  it("moves into a group and slips back with a word where somebody was quicker", async () => {
    server.desk.refuse = (c) =>
      c.verb === "card.move" ? { ok: false, code: "conflict", message: "Somebody was quicker", retry: false } : null;
    await open(records());
    await doing(() => fireEvent.click(button("Bad roads")));
    await doing(() => fireEvent.click(button("Put together (1)")));
    await doing(() => fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Money" })));
    expect(screen.getByText("Somebody was quicker", { selector: ".meta span" })).toBeTruthy();
    expect(button("Bad roads")).toBeTruthy();
    await doing(() => fireEvent.click(button("All right")));
    expect(screen.queryByText("Somebody was quicker", { selector: ".meta span" })).toBeNull();
  });

  it("only shows the groups where the facilitator sorts", async () => {
    await open(records({ settings: { hands: "facilitator" } }));
    expect(screen.queryByRole("button", { name: "Bad roads" })).toBeNull();
    expect(screen.getByText("Money")).toBeTruthy();
  });
});

describe("the first visit", () => {
  const seat = { seat: { s: { id: "s", number: 17, sector: "private", language: "en", name: "" } } };

  it("greets with the sector until the next step, and never again", async () => {
    await open({ ...workshop({ now: "write" }), activity: { ...write(), ...step("talk", "discussion", 2) } });
    await hear("mine", { version, records: seat });
    expect(screen.getByText("You are in: Private", { selector: ".greeting span" })).toBeTruthy();
    await change(workshop({ now: "talk" }));
    expect(screen.queryByText("You are in: Private", { selector: ".greeting span" })).toBeNull();
    cleanup();
    server = new Server();
    await open({ ...workshop({ now: "write" }), activity: write() });
    await hear("mine", { version, records: seat });
    expect(screen.queryByText("You are in: Private", { selector: ".greeting span" })).toBeNull();
  });
});

describe("a window that keeps nothing", () => {
  it("says so before anything is typed, and lets one stay", async () => {
    kind = "memory";
    await open({ ...workshop({ now: "write" }), activity: write() });
    expect(within(screen.getByRole("dialog")).getByText(/Scan the code/)).toBeTruthy();
    await doing(() => fireEvent.click(button("Go on here all the same")));
    expect(screen.queryByRole("dialog")).toBeNull();
    await pin("All the same");
    expect(server.desk.effects.length).toBe(1);
  });
});

describe("the page 'You'", () => {
  it("changes the sector until a vote has opened, and how this phone reads", async () => {
    await open({ ...workshop({ now: "write" }), activity: write() });
    await hear("mine", {
      version,
      records: { seat: { s: { id: "s", number: 17, sector: "private", language: "en", name: "" } } },
    });
    location.hash = "me";
    await doing(() => fireEvent(window, new Event("hashchange")));
    await doing(() => fireEvent.click(button("Change")));
    await doing(() => fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Public" })));
    expect(server.desk.effects[0]?.args).toEqual({ sector: "public" });
    await doing(() => fireEvent.click(screen.getByRole("switch", { name: /Sun/ })));
    expect(document.documentElement.getAttribute("data-sun")).toBe("on");
    await change({ activity: step("vote", "dots", 2, { options: ["a"] }) });
    expect(screen.getByText(/your sector stays/)).toBeTruthy();
    await hear("goodbye", { code: "removed" });
    expect(screen.getByRole("heading", { name: /not in the workshop/ })).toBeTruthy();
  });

  it("leads back to the step as soon as the room begins something, but not to what ran already", async () => {
    location.hash = "me";
    await open({ ...workshop({ now: "write" }), activity: write({ phase: "draft" }) });
    expect(screen.getByRole("switch", { name: /Sun/ })).toBeTruthy();
    await change({ activity: write({ phase: "open" }) });
    expect(location.hash).toBe("");
    expect(screen.queryByRole("switch", { name: /Sun/ })).toBeNull();
    location.hash = "me";
    await doing(() => fireEvent(window, new Event("hashchange")));
    await change({ activity: write({ phase: "closed" }) });
    expect(screen.getByRole("switch", { name: /Sun/ })).toBeTruthy();
  });
});
