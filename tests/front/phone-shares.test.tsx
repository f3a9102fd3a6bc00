import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { card, changes, hears, line, opens, pile, step, taps } from "./sortingPhone";
import { settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

const paper = () => (line.ballots[line.ballots.length - 1]?.paper as Any)?.taps;

describe("sorting by shares", () => {
  it("asks for a hand once there are two groups, and shows one card with a key a group", async () => {
    await opens([pile("a", "Roads", 1)]);
    expect(screen.getByText(/making the first groups aloud/)).toBeTruthy();
    expect(line.asked).toEqual([]);
    await changes({ cluster: { b: pile("b", "Energy", 2) } });
    expect(line.asked).toEqual([["/hand", { activity: "sort", without: [] }]]);
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
    expect(line.asked).toHaveLength(1);
  });

  it("leaves out what the room has settled, and brings a card back whose group is gone or that is line.dealt again", async () => {
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
    await hears("mine", { version: line.version, records: { card: { c4: card("c4") } } });
    expect(screen.getByText(/does not understand your card “Card c4”/)).toBeTruthy();
  });

  it("gives more on asking, says when nothing is left, and when there is no line", async () => {
    line.dealt = ["c1"];
    await opens();
    await taps(/Roads/);
    expect(screen.getByText("4 cards still go from hand to hand.")).toBeTruthy();
    line.answer = () => Promise.reject(new Error("no line"));
    await taps("Give me more");
    expect(screen.getByText(/No line just now/)).toBeTruthy();
    line.answer = async (answer) => answer;
    line.dealt = ["c4"];
    await taps("Give me more");
    expect(line.asked[line.asked.length - 1]).toEqual(["/hand", { activity: "sort", without: ["c1"] }]);
    expect(screen.getByText("Card c4")).toBeTruthy();
    line.dealt = [];
    await taps(/Energy/);
    await taps("Give me more");
    expect(screen.getByText("All your cards are through")).toBeTruthy();
  });
});

describe("suggestive writing", () => {
  it("offers what the server chose, once a card is pinned, and asks nobody before", async () => {
    await opens();
    line.asked.length = 0;
    const write = step("write", "brainstorm", 1, { phase: "open", settings: { mode: "suggestive", limit: 5, tags: {} } });
    const workshop = { id: "w", code: "ABC234", title: "Day", language: "en", languages: ["en"], now: "write", asks: {} };
    const all = { ...workshop, locked: false, paused: false, timer: null, started_at: 1, ended_at: null };
    await changes({ workshop: { w: all }, activity: { write }, card: { c1: null, c2: null, c3: null, c4: null } });
    expect(line.asked).toEqual([]);
    line.answer = async () => ({ ok: true, cards: [{ id: "x", text: "An idea of somebody" }] }) as Any;
    await hears("mine", {
      version: line.version,
      records: { card: { m1: { ...card("c9"), id: "m1", text: "Mine", activity: "write", state: "shown" } } },
    });
    expect(line.asked).toEqual([["/ideas", { activity: "write" }]]);
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
