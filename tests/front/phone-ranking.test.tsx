/** An order of preference on a phone: by taps alone, and by keys that move a row. */

import { cleanup, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { VotingPhone } from "./votingPhone";

const CHOICES = ["Roads", "Loans", "Wool", "Winter"];
const order = () =>
  within(screen.getByRole("list", { name: "Your order" }))
    .getAllByRole("listitem")
    .map((row) => row.querySelector(".tx")?.textContent);
const focused = () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim();

afterEach(cleanup);

describe("ranking", () => {
  it("puts what is tapped on the next place, takes it away again, and saves every tap", async () => {
    const phone = new VotingPhone("ranking", CHOICES, { method: "schulze", places: 0 });
    await phone.opens();
    await phone.taps("Wool");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Place 1 Wool" }));
    await phone.taps("Roads");
    expect(order()).toEqual(["Wool", "Roads"]);
    expect(screen.getByRole("button", { name: "Place 2 Roads" }).getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText("2 of 4 in order")).toBeTruthy();
    await phone.taps("Place 1 Wool");
    expect(focused()).toBe("Wool");
    expect(phone.papers).toEqual([["own-3"], ["own-3", "own-1"], ["own-1"]]);
  });

  it("moves rows up and down; at the ends nothing happens", async () => {
    const phone = new VotingPhone("ranking", CHOICES);
    await phone.opens();
    for (const name of ["Roads", "Loans", "Wool"]) await phone.taps(name);
    await phone.taps("Up: Wool");
    expect(order()).toEqual(["Roads", "Wool", "Loans"]);
    expect(focused()).toBe("Up: Wool");
    await phone.taps("Down: Roads");
    expect(order()).toEqual(["Wool", "Roads", "Loans"]);
    const sent = phone.papers.length;
    await phone.taps("Up: Wool");
    await phone.taps("Down: Loans");
    expect(phone.papers).toHaveLength(sent);
    await phone.taps("Begin again");
    expect(phone.papers.at(-1)).toEqual([]);
    expect(screen.queryByRole("list", { name: "Your order" })).toBeNull();
  });

  it("has as many places as the vote gives", async () => {
    const phone = new VotingPhone("ranking", CHOICES, { places: 2 });
    await phone.opens();
    expect(screen.getByText(/Tap the best 2/)).toBeTruthy();
    for (const name of ["Roads", "Loans", "Wool"]) await phone.taps(name);
    expect(order()).toEqual(["Roads", "Loans"]);
    expect(screen.getAllByText("All 2 places are taken. Tap one to take it away.").length).toBeGreaterThan(0);
    expect(phone.papers.at(-1)).toEqual(["own-1", "own-2"]);
  });

  it("keeps the order when the page is opened again, and shows it once the vote is closed", async () => {
    const phone = new VotingPhone("ranking", CHOICES);
    await phone.opens();
    await phone.taps("Wool");
    await phone.taps("Roads");
    cleanup();
    await phone.opens();
    expect(order()).toEqual(["Wool", "Roads"]);
    await phone.seesTheStep({ phase: "closed" });
    expect(screen.getByText(/Your order of 2 was counted/)).toBeTruthy();
    expect(screen.getAllByRole("listitem").map((row) => row.querySelector(".tx")?.textContent)).toEqual(["Wool", "Roads"]);
  });

  it("tells the places, one's own, and what the other method would put first", async () => {
    const phone = new VotingPhone("ranking", ["Roads", "Loans"], { method: "borda" });
    await phone.opens();
    await phone.taps("Loans");
    cleanup();
    const item = (id: string, title: string, place: number, points: string, beaten_by: string[]) => ({
      ...{ id, title, short: "", place, borda_place: place, schulze_place: 3 - place, points, spots: [], beaten_by },
      ...{ balanced: points, balanced_place: 3 - place },
    });
    const items = [item("own-1", "Roads", 1, "7.00", ["own-2"]), item("own-2", "Loans", 2, "4.50", [])];
    const result = { rule: "ranking", method: "borda", places: 2, cast: 9, blank: 0, seats: 9, sectors: {}, items };
    await phone.opens({ phase: "revealed", result: { ...result, methods_differ: true } });
    expect(screen.getByText("7 points")).toBeTruthy();
    expect(screen.getByText("4.5 points")).toBeTruthy();
    expect(screen.getByRole("img", { name: "your place 1" })).toBeTruthy();
    expect(screen.getByText("Direct comparison (Schulze) would give other places. First: Loans.")).toBeTruthy();
    await phone.taps("Three sectors equal");
    expect(screen.getAllByRole("listitem").map((row) => row.querySelector(".tx")?.textContent)).toEqual(["Loans", "Roads"]);
  });
});
