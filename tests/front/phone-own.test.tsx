/** Sorting by oneself on the phone: one card at a time, piles of one's own, a reload, cards that go. */

import { cleanup, screen } from "@testing-library/preact";
import { describe, expect, it } from "vitest";
import { card, changes, line, opens, pile, taps } from "./sortingPhone";

const CARDS = ["c1", "c2", "c3", "c4"];
const piles = () => (line.ballots[line.ballots.length - 1]?.paper as { piles: string[][] } | undefined)?.piles ?? [];
const shown = () => document.querySelector(".own-card")?.textContent?.replace("Card ", "") ?? "";

describe("sorting by oneself", () => {
  it("shows one card at a time and lays it on a new pile or on one that is there", async () => {
    await opens([], "own");
    const first = shown();
    expect(screen.getAllByRole("button", { name: /Card|pile/ })).toHaveLength(1);
    await taps("A new pile");
    expect(piles()).toEqual([[first]]);
    const second = shown();
    await taps(`Card ${first} 1 card`);
    expect(piles()).toEqual([[first, second]]);
    await taps("A new pile");
    expect(piles()).toHaveLength(2);
    expect(screen.getByText("3 of 4")).toBeTruthy();
    expect(line.asked).toEqual([]);
  });

  it("takes one back, and sorts one anew when all are through", async () => {
    await opens([], "own");
    const first = shown();
    await taps("A new pile");
    await taps("One back");
    expect(piles()).toEqual([]);
    expect(shown()).toBe(first);
    for (const _ of CARDS) await taps("A new pile");
    expect(screen.getByText("All sorted. Thank you!")).toBeTruthy();
    expect(piles().flat().sort()).toEqual(CARDS);
    await taps("Sort anew: Card c2");
    expect(shown()).toBe("c2");
    expect(piles().flat().sort()).toEqual(["c1", "c3", "c4"]);
  });

  it("keeps its piles over a reload", async () => {
    await opens([], "own");
    const first = shown();
    await taps("A new pile");
    cleanup();
    await opens([], "own");
    expect(shown()).not.toBe(first);
    expect(screen.getByRole("button", { name: `Card ${first} 1 card` })).toBeTruthy();
    expect(screen.getByText("1 of 4")).toBeTruthy();
  });

  it("leaves out cards that hang in a group or have gone meanwhile, and keeps the numbers of the piles", async () => {
    await opens([], "own");
    const first = shown();
    await taps("A new pile");
    const second = shown();
    await taps("A new pile");
    await changes({ cluster: { a: pile("a", "Roads", 1) }, card: { [first]: card(first, { cluster: "a" }) } });
    expect(screen.queryByRole("button", { name: `Card ${first} 1 card` })).toBeNull();
    const third = shown();
    await taps(`Card ${second} 1 card`);
    expect(piles()).toEqual([[first], [second, third]]);
  });
});
