/** A fund on a phone: support and points, the running sum, one's own share of what was paid. */

import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../participant/front/app";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Ballot } from "../../shared/web/front/records";
import { money, ownShare } from "../../shared/web/front/results/fund";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { Desk, HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

let desk: Desk;
let ballots: Ballot[];
let listeners: Map<string, (payload?: Any) => void>;

const wire = () => ({
  connected: true,
  on: (event: string, listener: Any) => void listeners.set(event, listener),
  emit: (event: string, payload: Any, ack: (answer: unknown) => void) => {
    if (event !== "ballot") return;
    ballots.push(payload);
    ack(desk.ballot(payload));
  },
  connect: () => listeners.get("connect")?.(),
  disconnect: () => undefined,
});

const MEASURES = {
  m1: ["Felt workshop", 9800],
  m2: ["Milk cooling", 7700],
  m3: ["Winter cellar", 6300],
  m4: ["Guides", 6000],
} as const;

const records = (settings: Record<string, unknown> = {}, values: Record<string, unknown> = {}) => ({
  workshop: { w: { id: "w", code: "ABC234", title: "Day", place: "", now: "f", paused: false, timer: null, ended_at: null } },
  measure: Object.fromEntries(
    Object.entries(MEASURES).map(([id, [title]], i) => [id, { id, title, cluster: null, position: i, champion: "", sheet: {} }]),
  ),
  activity: {
    f: {
      ...{ id: "f", kind: "fund", title: "Fund", question: "Who gets it?", position: 1, phase: "open", source: null },
      options: ["m1", "m2", "m3", "m4"],
      settings: {
        ...{ about: "measures", budget: 20000, currency: "EUR", rule: "equal_shares", ballot: "approval", points: 4 },
        costs: [9800, 7700, 6300, 6000],
        ...settings,
      },
      ...values,
    },
  },
});

async function open(put: Any): Promise<void> {
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
  const timers = new HandTimers();
  const app = new App(boot, {
    shelf: { ...memoryShelf(new Map()), kind: "indexeddb" },
    wire: wire() as Any,
    root: document.documentElement,
    timers,
    later: async () => ({ kinds: LATER, words: {} }),
  });
  await app.start();
  render(
    <AppContext.Provider value={app}>
      <Phone />
    </AppContext.Provider>,
  );
  await act(async () => {
    listeners.get("snapshot")?.({ version: 1, records: put, now: 0 });
    await settle();
  });
}

const tap = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settle();
  });
const papers = () => ballots.map((ballot) => ballot.paper);

beforeEach(() => {
  desk = new Desk();
  ballots = [];
  listeners = new Map();
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

describe("support", () => {
  it("is given by the whole row and adds up; three are advised, none is asked", async () => {
    await open(records());
    expect(screen.getByText(/Support at least 3/)).toBeTruthy();
    await tap(/Milk cooling/);
    await tap(/Felt workshop/);
    expect(screen.getByRole("button", { name: /Milk cooling/ }).getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText("You support 2")).toBeTruthy();
    expect(screen.getByText("together 17 500 EUR, of 20 000 EUR")).toBeTruthy();
    await tap(/Winter cellar/);
    expect(screen.queryByText(/Support at least 3/)).toBeNull();
    expect(screen.getByText("together 23 800 EUR, of 20 000 EUR")).toBeTruthy();
    await tap(/Milk cooling/);
    expect(papers()).toEqual([{ m2: 1 }, { m2: 1, m1: 1 }, { m2: 1, m1: 1, m3: 1 }, { m1: 1, m3: 1 }]);
  });
});

describe("points", () => {
  it("are given and taken back, and no more than one has", async () => {
    await open(records({ ballot: "points", rule: "score" }));
    for (let i = 0; i < 5; i += 1) await tap("Give a point: Guides");
    expect(screen.getByText("0 left")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Give a point: Milk cooling" }).getAttribute("aria-disabled")).toBe("true");
    await tap("Give a point: Milk cooling");
    await tap("Take a point back: Guides");
    await tap("Give a point: Milk cooling");
    expect(papers()).toEqual([{ m4: 1 }, { m4: 2 }, { m4: 3 }, { m4: 4 }, { m4: 3 }, { m4: 3, m2: 1 }]);
  });
});

const item = (id: keyof typeof MEASURES, place: number, votes: number) => {
  const [title, cost] = MEASURES[id];
  return { id, title, short: "", place, cost, votes, score: votes };
};
const RESULT: Any = {
  ...{ rule: "fund", by: "equal_shares", ballot: "approval", points: 10, currency: "EUR", budget: 20000, lot: 7 },
  ...{ cast: 6, blank: 0, seats: 6, chosen: ["m2", "m3"], spent: 14000, left: 6000, reserve: ["m1"] },
  items: [item("m2", 1, 4), item("m3", 2, 3), item("m1", 3, 1), item("m4", 4, 0)],
  steps: [
    { id: "m2", votes: 4, cost: 7700, why: "", left: 12300, tie: "", price: "1925.00", strength: "4.00" },
    { id: "m3", votes: 3, cost: 6300, why: "", left: 6000, tie: "", price: "2816.67", strength: "2.24" },
    { id: "m1", votes: 1, cost: 9800, why: "shares", left: 6000, tie: "", together: "1408.33", missing: "8391.67" },
    { id: "m4", votes: 0, cost: 6000, why: "no_support", left: 6000, tie: "" },
  ],
  share: { plain: "3333.33", final: "3333.33", raised: 0, step: 1, voters: 6, plain_chosen: ["m2", "m3"], plain_spent: 14000 },
  compare: [],
};

describe("the result", () => {
  it("tells what is paid, what comes next and what nobody supports", async () => {
    await open(records({}, { phase: "revealed", result: RESULT }));
    const listed = (title: string) =>
      within(screen.getByRole("heading", { name: title }).parentElement as HTMLElement)
        .getAllByRole("listitem")
        .map((li) => li.querySelector(".tx")?.textContent);
    expect(listed("Paid from the fund")).toEqual(["Milk cooling", "Winter cellar"]);
    expect(listed("Next, if more money comes")).toEqual(["Felt workshop"]);
    expect(listed("Not on the list")).toEqual(["Guides"]);
    expect(screen.getByText("6 000 EUR of 20 000 EUR is left.")).toBeTruthy();
    expect(screen.queryByText(/Your share/)).toBeNull();
  });

  it("works out where one's own share went", () => {
    expect(ownShare(RESULT, (id) => id !== "m1")).toEqual({
      paid: [
        ["m2", 1925],
        ["m3", 3333.33 - 1925],
      ],
      rest: 0,
    });
    expect(ownShare(RESULT, (id) => id === "m1")).toEqual({ paid: [], rest: 3333.33 });
  });
});

it("writes sums by thousands, and cents where there are some", () => {
  const written = [money(0, "EUR"), money(9800, "EUR"), money("641.67", "EUR"), money("1250.00", "EUR"), money(39200000, "MNT")];
  expect(written.map((text) => text.replace(/\u00a0/g, " "))).toEqual([
    "0 EUR",
    "9 800 EUR",
    "641.67 EUR",
    "1 250 EUR",
    "39 200 000 MNT",
  ]);
});
