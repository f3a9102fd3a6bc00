import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { App, type Boot } from "../../facilitator/front/console/app";
import { mixedUp } from "../../facilitator/front/console/kinds/cluster/mixedUp";
import { Console } from "../../facilitator/front/console/views/Console";
import type { Act, Command, Put } from "../../shared/web/front/records";
import { messages } from "./catalogue";
import { HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

const boot: Boot = {
  surface: "console",
  language: "en",
  workshop: "w",
  code: "K7M4PX",
  name: "Tuya",
  messages,
  urls: {
    home: "/facilitator/",
    prepare: "/prepare",
    settings: "/settings",
    minutes: "/minutes",
    findings: "/findings",
    former: "/former",
    sheet: "/sheets/STEP",
    ballots: "",
    history: "/history",
    list: "/cards",
    groups: "/groups",
    twins: "/twins",
    projector: "",
    join: "http://10.0.0.1/join/K7M4PX",
    join_qr: "/qr.svg",
    wifi_qr: "/wifi.svg",
  },
};

/** A server that notes what it is told and answers as the test says. */
class Server {
  connected = false;
  version = 1;
  commands: Command[] = [];
  answer: (command: Command) => Any = () => ({ ok: true, version: this.version });
  private listeners = new Map<string, (...args: Any[]) => void>();
  on(event: string, listener: (...args: Any[]) => void): void {
    this.listeners.set(event, listener);
  }
  say(event: string, payload?: unknown): void {
    this.listeners.get(event)?.(payload);
  }
  emit(event: string, payload: Any, ack: (answer: unknown) => void): void {
    if (event === "follow") ack({ ok: true, version: this.version });
    if (event !== "command") return;
    this.commands.push(payload);
    const answer = this.answer(payload);
    if (answer) ack(answer);
  }
  connect(): void {
    this.connected = true;
    this.say("connect");
  }
  disconnect(): void {
    this.connected = false;
    this.say("disconnect");
  }
  told(put: Put, acts: Partial<Act>[] = []): void {
    const from = this.version;
    this.version += 1;
    const now = 1_000_000;
    this.say("changes", {
      from,
      to: this.version,
      put,
      now,
      acts: acts.map((one) => ({ ...ACT, version: this.version, ...one })),
    });
  }
}

const ACT: Omit<Act, "version"> = {
  verb: "card.moved",
  subject: "",
  by: "Tuya",
  role: "facilitator",
  at: 0,
  undoes: null,
  reason: "",
};
const WORKSHOP = {
  id: "w",
  code: "K7M4PX",
  title: "Planning day",
  language: "en",
  languages: ["en"],
  now: null as string | null,
  locked: false,
  paused: false,
  timer: null,
  started_at: null as number | null,
  ended_at: null,
  wall: { covered: false, shows: "step", cluster: null, theme: "day", letters: "m" },
};
const activity = (id: string, kind: string, position: number, values = {}) => ({
  id,
  kind,
  title: `Step ${id}`,
  question: `Question ${id}?`,
  position,
  minutes: 10,
  phase: "open",
  settings: {},
  source: null,
  options: [],
  started_at: 1,
  ended_at: null,
  ...values,
});
const card = (id: string, values = {}) => ({
  id,
  activity: "a1",
  text: `Card ${id}`,
  position: Number(id.slice(1)),
  cluster: null,
  tags: {},
  merged_into: null,
  state: "shown",
  channel: "phone",
  ...values,
});

let server: Server;
let app: App;
let timers: HandTimers;

beforeEach(() => {
  server = new Server();
  timers = new HandTimers();
  app = new App(boot, () => server, timers);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function opens(records: Put): Promise<void> {
  app.start();
  server.say("snapshot", { version: 1, records, now: 1_000_000, acts: [] });
  render(<Console app={app} />);
  await drawn();
}

async function drawn(): Promise<void> {
  await act(async () => {
    await settle();
  });
}

function answers(body: unknown) {
  const asked = vi.fn(async (_: string) => ({ ok: true, json: async () => body }));
  vi.stubGlobal("fetch", asked);
  return asked;
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const last = () => server.commands[server.commands.length - 1];

describe("the console", () => {
  it("waits in the lobby with one main button, and starts with Enter", async () => {
    await opens({ workshop: { w: WORKSHOP }, activity: { a1: activity("a1", "brainstorm", 1, { phase: "draft" }) } });
    expect(button("Start the workshop")).toBeTruthy();
    expect(screen.getAllByText("K7M4PX").length).toBeGreaterThan(0);
    fireEvent.keyDown(document.body, { key: "Enter" });
    expect(last()).toMatchObject({ verb: "activity.enter", args: { activity: "a1" } });
  });

  it("does the act that is read, once, though the answer to the last is still under way", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    server.answer = () => null;
    const presses = () => server.commands.map((command) => command.verb);
    fireEvent.keyDown(document.body, { key: "Enter" });
    fireEvent.keyDown(document.body, { key: "Enter" });
    expect(presses()).toEqual(["activity.close"]);
    server.told({ activity: { a1: activity("a1", "brainstorm", 1, { phase: "closed" }) } }, [{ verb: "activity.closed" }]);
    await drawn();
    fireEvent.click(button(/^Turn the cards/), { detail: 1 });
    fireEvent.click(button(/^Turn the cards/), { detail: 2 });
    expect(presses()).toEqual(["activity.close", "activity.reveal"]);
  });

  it("has the buttons that it is known by", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    for (const name of ["Close writing", "Back", "Next", "Undo", "Pause phones", "Cover wall", "Lock the room"]) {
      expect(button(name)).toBeTruthy();
    }
    expect(screen.getByRole("link", { name: "Minutes" }).getAttribute("href")).toBe("/minutes");
  });

  it("names the undo after the last act and sends its version", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    server.told({ card: { c1: card("c1") } }, [{ verb: "card.hidden" }]);
    await drawn();
    expect(button("Undo: put a card aside")).toBeTruthy();
    fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
    expect(last()).toMatchObject({ verb: "undo", args: { version: 2 } });
  });

  it("passes over an act that cannot be undone, and says why", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    server.told({}, [{ verb: "card.moved" }]);
    server.told({}, [{ verb: "activity.revealed" }]);
    server.answer = () => ({ ok: false, code: "phase_closed", message: "The result has been seen, so it stays.", retry: false });
    await drawn();
    fireEvent.click(button("Undo: showed the result"));
    await drawn();
    expect(screen.getByText("The result has been seen, so it stays.")).toBeTruthy();
    expect(button("Undo: moved a card")).toBeTruthy();
  });

  it("acts on single keys only outside text boxes and while they are switched on", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    fireEvent.keyDown(screen.getByRole("textbox", { name: "Type a card for somebody" }), { key: "p" });
    expect(server.commands).toHaveLength(0);
    app.prefs.set("keys", false);
    fireEvent.keyDown(document.body, { key: "p" });
    expect(server.commands).toHaveLength(0);
    app.prefs.set("keys", true);
    fireEvent.keyDown(document.body, { key: "p" });
    expect(last()).toMatchObject({ verb: "room.pause", args: { paused: true } });
  });

  it("changes nothing without a line, and says so", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    server.connect = () => undefined;
    server.disconnect();
    fireEvent.click(button("Close writing"));
    await drawn();
    expect(server.commands).toHaveLength(0);
    expect(screen.getByText("No connection: nothing was changed.")).toBeTruthy();
    await act(() => timers.pass(11_000));
  });

  it("tries an unanswered act again under the same id", async () => {
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) } });
    server.answer = () => null;
    fireEvent.click(button("Close writing"));
    await act(() => timers.pass(5000));
    expect(server.commands.length).toBeGreaterThan(1);
    expect(new Set(server.commands.map((command) => command.id)).size).toBe(1);
  });
});

describe("writing", () => {
  it("keeps waiting cards in the inbox until they are pinned", async () => {
    const step = activity("a1", "brainstorm", 1, { settings: { review: true } });
    const waiting = card("c1", { state: "waiting" });
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: step }, card: { c1: waiting } });
    fireEvent.click(screen.getByRole("tab", { name: "Inbox (1)" }));
    await drawn();
    fireEvent.click(button("Pin: Card c1"));
    expect(last()).toMatchObject({ verb: "card.approve", args: { card: "c1" } });
  });

  it("stacks the chosen cards on the first of them", async () => {
    const cards = { c1: card("c1"), c2: card("c2") };
    await opens({ workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "brainstorm", 1) }, card: cards });
    fireEvent.click(button("Card c2"));
    fireEvent.click(button("Card c1"));
    await drawn();
    fireEvent.click(button("Stack 2 cards"));
    expect(last()).toMatchObject({ verb: "card.merge", args: { card: "c1", into: "c2" } });
  });
});

describe("sorting", () => {
  const records = (): Put => ({
    workshop: { w: { ...WORKSHOP, now: "a2" } },
    activity: {
      a1: activity("a1", "brainstorm", 1, { phase: "revealed" }),
      a2: activity("a2", "cluster", 2, { settings: { hands: "all" } }),
    },
    cluster: {
      g1: { id: "g1", activity: "a2", title: "Roads", position: 1, short: "Roads", pictogram: "", aside: false },
      g2: { id: "g2", activity: "a2", title: "Energy", position: 2, short: "Energy", pictogram: "", aside: false },
    },
    card: { c1: card("c1"), c2: card("c2") },
  });
  const pile = (name: string) => within(screen.getByRole("region", { name }));

  it("moves the focused card by a digit, shows it at once and keeps the focus on it", async () => {
    await opens(records());
    server.answer = () => null;
    button("Card c1").focus();
    fireEvent.keyDown(button("Card c1"), { key: "2" });
    await drawn();
    expect(last()).toMatchObject({ verb: "card.move", args: { card: "c1", cluster: "g2", from: null } });
    expect(pile("B Energy").getByText("Card c1")).toBeTruthy();
    expect(document.activeElement?.textContent).toBe("Card c1");
  });

  it("carries a card on before the first move is answered", async () => {
    await opens(records());
    server.answer = () => null;
    button("Card c1").focus();
    fireEvent.keyDown(button("Card c1"), { key: "2" });
    fireEvent.keyDown(button("Card c1"), { key: "1" });
    await drawn();
    expect(last()).toMatchObject({ verb: "card.move", args: { cluster: "g1", from: "g2" } });
    expect(pile("A Roads").getByText("Card c1")).toBeTruthy();
  });

  it("lets the card slip back where somebody was quicker", async () => {
    await opens(records());
    const message = "Somebody was quicker: the card hangs in “Roads” now.";
    server.answer = () => ({ ok: false, code: "conflict", message, retry: false });
    button("Card c1").focus();
    fireEvent.keyDown(button("Card c1"), { key: "2" });
    await drawn();
    expect(screen.getByText(message)).toBeTruthy();
    expect(pile("B Energy").queryByText("Card c1")).toBeNull();
  });

  it("puts all chosen cards into a group with one press", async () => {
    await opens(records());
    fireEvent.click(button("Card c1"));
    fireEvent.click(button("Card c2"));
    await drawn();
    fireEvent.click(pile("A Roads").getByRole("button", { name: "Put 2 here" }));
    await drawn();
    expect(server.commands.map((command) => command.args.card)).toEqual(["c1", "c2"]);
  });

  it("makes a group of the chosen cards", async () => {
    await opens(records());
    fireEvent.click(button("Card c2"));
    await drawn();
    fireEvent.click(button("+ Group"));
    expect(last()).toMatchObject({ verb: "cluster.add", args: { activity: "a2", title: "Group C", cards: ["c2"] } });
  });

  it("takes over what is left ticked of the suggested groups, renamed, and nothing when it is left", async () => {
    const groups = [
      { into: null, title: "Power", cards: ["c1", "c2"] },
      { into: "g1", title: "Roads", cards: ["c3", "c4"] },
    ];
    const asked = answers({ ok: true, groups, of: 5 });
    await opens({ ...records(), card: Object.fromEntries(["c1", "c2", "c3", "c4"].map((id) => [id, card(id)])) });
    fireEvent.click(button("Suggest groups"));
    await drawn();
    expect(asked.mock.calls[0]?.[0]).toBe("/groups?step=a2&from=words");
    fireEvent.click(button("Leave it as it is"));
    await drawn();
    expect(server.commands).toEqual([]);
    fireEvent.click(button("Suggest groups"));
    await drawn();
    fireEvent.input(screen.getByRole("textbox", { name: "Name of suggested group 1" }), { target: { value: "Electricity" } });
    fireEvent.click(screen.getByRole("checkbox", { name: "Card c2" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Take over: A Roads" }));
    await drawn();
    fireEvent.click(button("Take over 1 group"));
    expect(last()).toMatchObject({ verb: "cluster.accept", args: { activity: "a2" } });
    expect(last()?.args.groups).toEqual([{ cluster: expect.any(String), title: "Electricity", cards: ["c1"] }]);
  });

  it("offers what everybody's own sorting has in common, with its agreement, and says so when it takes it over", async () => {
    const groups = [{ into: null, title: "Power", cards: ["c1", "c2"], agreement: 67 }];
    const asked = answers({ ok: true, groups, of: 2, people: 3 });
    const step = activity("a2", "cluster", 2, { settings: { hands: "own" } });
    await opens({ ...records(), activity: { ...records().activity, a2: step } });
    fireEvent.click(button("Suggest groups"));
    await drawn();
    expect(asked.mock.calls[0]?.[0]).toBe("/groups?step=a2&from=own");
    expect(screen.getByText(/by at least half of the 3 people who sorted them/)).toBeTruthy();
    expect(screen.getByText("agreement 67 %")).toBeTruthy();
    fireEvent.click(button("Take over 1 group"));
    expect(last()).toMatchObject({ verb: "cluster.accept", args: { activity: "a2", own: true } });
    await drawn();
    fireEvent.click(button("Suggest groups"));
    await drawn();
    fireEvent.click(screen.getByRole("radio", { name: "The cards' own words" }));
    await drawn();
    expect(asked.mock.calls[asked.mock.calls.length - 1]?.[0]).toBe("/groups?step=a2&from=words");
  });

  it("says in the server's words why there is nothing to suggest", async () => {
    answers({ ok: false, code: "limit", message: "Too little to look through.", retry: false });
    await opens(records());
    fireEvent.click(button("Suggest groups"));
    await drawn();
    expect(screen.getByText("Too little to look through.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Take over/ })).toBeNull();
  });

  it("settles a contested card by one press on a wish, and deals the rest again", async () => {
    const said = (state: "contested" | "none", wishes: Record<string, number>) => ({ verdict: { state, by: "room", wishes } });
    const cards = {
      c1: card("c1", said("contested", { g1: 1, g2: 1, "": 1 })),
      c2: card("c2", said("none", { "": 2 })),
      c3: card("c3", said("none", { "": 2, g1: 1 })),
    };
    const step = activity("a2", "cluster", 2, { settings: { hands: "shares" } });
    await opens({ ...records(), activity: { ...records().activity, a2: step }, card: cards });
    const talk = within(screen.getByRole("region", { name: "Let us talk" }));
    fireEvent.click(talk.getByRole("button", { name: "B 1: put “Card c1” into Energy" }));
    expect(last()).toMatchObject({ verb: "card.move", args: { card: "c1", cluster: "g2", from: null } });
    fireEvent.click(within(screen.getByRole("region", { name: "No group yet" })).getByRole("button", { name: "Deal again" }));
    expect(last()).toMatchObject({ verb: "card.deal", args: { activity: "a2", cards: ["c2", "c3"] } });
  });

  it("deals the cards to the phones from the list of who sorts", async () => {
    await opens(records());
    fireEvent.click(button(/^All phones sort|^Who|▾/));
    await drawn();
    fireEvent.click(screen.getByRole("menuitem", { name: /Each phone a few cards/ }));
    expect(last()).toMatchObject({ verb: "activity.edit", args: { activity: "a2", settings: { hands: "shares" } } });
  });

  it("offers to put groups together that people mix up, only where too many cards end in talk", () => {
    const judged = (n: number, state: "contested" | "settled", wishes: Record<string, number>) =>
      Array.from({ length: n }, (_, i) => card(`c${state}${i}`, { verdict: { state, by: "room", wishes } }) as Any);
    const settled = judged(8, "settled", { a: 2 });
    expect(mixedUp([...settled, ...judged(2, "contested", { a: 1, b: 1 })], ["a", "b", "c"])).toBeNull();
    const much = [...settled, ...judged(3, "contested", { a: 1, b: 1 }), ...judged(2, "contested", { a: 1, c: 1 })];
    expect(mixedUp(much, ["a", "b", "c"])).toEqual({ one: "a", other: "b", times: 3 });
  });

  it("lists twins until they are put together or told apart", async () => {
    const pair = (one: string, other: string) => ({ one, other, likeness: 80, why: "words", shared: ["power"] });
    answers({ ok: true, pairs: [pair("c1", "c2"), pair("c3", "c4")], more: 0 });
    await opens({ ...records(), card: Object.fromEntries(["c1", "c2", "c3", "c4"].map((id) => [id, card(id)])) });
    fireEvent.click(screen.getByRole("tab", { name: "Twins" }));
    await drawn();
    await act(() => timers.pass(0));
    await drawn();
    fireEvent.click(button("Put together: Card c1 / Card c2"));
    expect(last()).toMatchObject({ verb: "card.merge", args: { card: "c2", into: "c1" } });
    fireEvent.click(button("Not the same: Card c3 / Card c4"));
    expect(last()).toMatchObject({ verb: "card.tell_apart", args: { card: "c3", other: "c4" } });
    server.told({ card: { c2: card("c2", { merged_into: "c1" }), c3: card("c3", { unlike: ["c4"] }) } });
    await drawn();
    expect(screen.queryByRole("button", { name: /Put together/ })).toBeNull();
  });
});

describe("the vote", () => {
  const vote = (values = {}) => ({
    workshop: { w: { ...WORKSHOP, now: "a3" } },
    activity: {
      a2: activity("a2", "cluster", 2, { phase: "confirmed" }),
      a3: activity("a3", "dots", 3, { settings: { dots: 3, most: 1 }, options: ["g1"], ...values }),
    },
    cluster: { g1: { id: "g1", activity: "a2", title: "Roads", position: 1, short: "Roads", pictogram: "", aside: false } },
  });

  it("counts ballots and says that nobody sees more", async () => {
    await opens(vote());
    server.say("tally", { activity: "a3", stamp: 1, cast: 22, of: 28 });
    await drawn();
    expect(screen.getByText("of 28")).toBeTruthy();
    expect(screen.getByText("Nobody sees numbers before Reveal, not even you.")).toBeTruthy();
  });

  it("makes a measure of a group once the result is there", async () => {
    const result = {
      rule: "dots",
      dots: 3,
      most: 1,
      cast: 5,
      blank: 0,
      unused: 0,
      seats: 6,
      order_differs: false,
      items: [{ id: "g1", title: "Roads", short: "Roads", dots: 5, place: 1 }],
    };
    await opens(vote({ phase: "revealed", result }));
    fireEvent.click(button("Make a measure of this: Roads"));
    expect(last()).toMatchObject({ verb: "measure.adopt", args: { title: "Roads", cluster: "g1" } });
  });
});

describe("notes", () => {
  const talk = { workshop: { w: { ...WORKSHOP, now: "a1" } }, activity: { a1: activity("a1", "discussion", 1) } };
  const note = (text: string) => ({ id: "n1", type: "note", text, position: 1, activity: "a1", who: "", due: "" });

  it("are saved once the typing rests", async () => {
    await opens(talk);
    fireEvent.input(screen.getByRole("textbox", { name: "Note" }), { target: { value: "A yurt" } });
    expect(server.commands).toHaveLength(0);
    await act(() => timers.pass(1000));
    expect(last()).toMatchObject({ verb: "note.write", args: { type: "note", text: "A yurt", activity: "a1" } });
  });

  it("never lay their words over somebody else's unasked", async () => {
    await opens({ ...talk, note: { n1: note("One") } });
    fireEvent.input(screen.getByRole("textbox", { name: "Note" }), { target: { value: "One and mine" } });
    server.told({ note: { n1: note("One and theirs") } });
    await act(() => timers.pass(1000));
    expect(server.commands).toHaveLength(0);
    expect(within(screen.getByRole("alert")).getByText("One and theirs")).toBeTruthy();
    fireEvent.click(button("Keep mine"));
    await drawn();
    expect(last()).toMatchObject({ verb: "note.write", args: { text: "One and mine" } });
  });
});
