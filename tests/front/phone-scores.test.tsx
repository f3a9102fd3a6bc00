/** Scores on a phone: one item at a time, one's role, one's own left out, and what is still open. */

import { cleanup, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { VotingPhone } from "./votingPhone";

const ITEMS = ["Felt workshop", "Permit guide"];
const RATE = {
  scale: "agreement",
  questions: ["The effect can be seen.", "Many people gain."],
  unknown: true,
  roles: true,
};
const heading = () => screen.getByRole("heading", { level: 3 }).textContent;

afterEach(cleanup);

describe("several questions", () => {
  it("come an item at a time; each tap is saved, also of half a paper", async () => {
    const phone = new VotingPhone("scores", ITEMS, RATE);
    await phone.opens();
    await phone.taps("user", "radio");
    expect(screen.getByText("1 of 2")).toBeTruthy();
    const first = heading();
    await phone.taps(/4 to go/);
    expect(screen.getAllByRole("radio", { name: "4" })).toHaveLength(2);
    await phone.taps("4", "radio", 0);
    await phone.taps("Next");
    expect(heading()).not.toBe(first);
    expect(screen.getByText("3 to go")).toBeTruthy();
    const id = first === ITEMS[0] ? "own-1" : "own-2";
    expect(phone.papers.at(-1)).toEqual({ role: "user", answers: { [id]: { 1: 4 } } });
    cleanup();
    await phone.opens();
    expect(screen.getByText("3 to go")).toBeTruthy();
    expect((screen.getAllByRole("radio", { name: "4" })[0] as HTMLInputElement).checked).toBe(true);
  });

  it("lead to the role as long as it is open, and leave out what is one's own", async () => {
    const phone = new VotingPhone("scores", ITEMS, RATE);
    await phone.opens();
    await phone.taps(/4 to go/);
    expect(document.activeElement?.getAttribute("name")).toBe("role");
    await phone.taps("implementer", "radio");
    await phone.taps("This one is mine");
    expect(screen.getByText("2 to go")).toBeTruthy();
    expect(screen.getByText(/nobody scores their own/)).toBeTruthy();
    await phone.taps("Change");
    await phone.taps("other", "radio");
    expect((phone.papers.at(-1) as { role: string }).role).toBe("other");
  });

  it("are not counted where nothing was answered, and the phone says so", async () => {
    const phone = new VotingPhone("scores", ITEMS, { scale: "lights", questions: ["Local?", "Many?"] });
    await phone.opens();
    await phone.taps("Next");
    await phone.seesTheStep({ phase: "closed" });
    expect(screen.getByText(/You did not vote/)).toBeTruthy();
  });
});

describe("one question", () => {
  it("stands on one page for all items, and a second tap takes an answer back", async () => {
    const phone = new VotingPhone("scores", ITEMS, { scale: "stars", questions: [] });
    await phone.opens();
    expect(screen.queryByText("Next")).toBeNull();
    expect(screen.getAllByRole("radio", { name: "5, first of all" })).toHaveLength(2);
    await phone.taps("5, first of all", "radio", 0);
    await phone.taps("5, first of all", "radio", 1);
    expect(screen.getAllByText("All answered").length).toBeGreaterThan(0);
    await phone.taps("5, first of all", "radio", 0);
    expect(screen.getByRole("button", { name: "1 to go" })).toBeTruthy();
  });

  it("tells means, sectors, what goes on, and one's own", async () => {
    const phone = new VotingPhone("scores", ITEMS, { scale: "stars", questions: [] });
    await phone.opens();
    await phone.taps("3", "radio", 0);
    await phone.taps("3", "radio", 1);
    cleanup();
    const cell = (figure: string, balanced: string, by_sector: Record<string, string>) => [
      {
        n: 11,
        unknown: 0,
        counts: [0, 0, 0, 0, 0, 11],
        figure,
        exact: figure,
        middle: [3, 5],
        far_apart: false,
        balanced,
        by_sector,
      },
    ];
    const items = [
      {
        id: "own-1",
        title: "Felt workshop",
        short: "",
        recused: 0,
        place: 1,
        balanced_place: 2,
        cells: cell("4.20", "3.50", { private: "5.00" }),
      },
      {
        id: "own-2",
        title: "Permit guide",
        short: "",
        recused: 0,
        place: 2,
        balanced_place: 1,
        cells: cell("3.90", "4.00", { private: "3.00" }),
      },
    ];
    const result = {
      ...{ rule: "scores", scale: "stars", figure: "mean", questions: ["Which?"], cast: 11, blank: 0, seats: 12, items },
      ...{ goes_on: ["own-1"], ties: [], order_differs: true, sectors: { private: 6, public: 5 } },
    };
    await phone.opens({ phase: "revealed", result });
    expect(screen.getByText("These go on: Felt workshop")).toBeTruthy();
    expect(screen.getAllByText(/yours: 3/)).toHaveLength(2);
    expect(screen.getByText(/Private 5/)).toBeTruthy();
    await phone.taps("Three sectors equal");
    expect(screen.getAllByRole("listitem")[0]?.textContent).toContain("Permit guide");
  });
});

describe("lights", () => {
  it("are told by their sign and their percentage", async () => {
    const phone = new VotingPhone("scores", ITEMS, { scale: "lights", questions: ["Local?", "Many?"] });
    const cells = [
      { n: 10, unknown: 0, counts: [7, 2, 1], figure: "70.00", exact: "7/10", light: "green" },
      { n: 0, unknown: 0, counts: [0, 0, 0] },
    ];
    const items = [{ id: "own-1", title: "Felt workshop", short: "", recused: 0, cells }];
    const frame = {
      rule: "scores",
      scale: "lights",
      figure: "share",
      questions: ["Local?", "Many?"],
      cast: 10,
      blank: 0,
      seats: 10,
    };
    await phone.opens({ phase: "revealed", result: { ...frame, items } });
    expect(screen.getByRole("img", { name: "green: 70 % yes or more" })).toBeTruthy();
    expect(screen.getByText("70 %")).toBeTruthy();
    expect(screen.getAllByText("–").length).toBeGreaterThan(0);
  });
});
