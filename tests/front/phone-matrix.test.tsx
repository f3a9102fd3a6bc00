/** Location factors on a phone: one at a time, in an order of its own; every tap is kept. And findings to be read. */

import { cleanup, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { VotingPhone } from "./votingPhone";

const OPTIONS = ["1.5", "2.1", "4.1"];
const NAMES: Record<string, string> = { "Scenery, heritage": "1.5", "Roads, transport cost": "2.1", "Getting a loan": "4.1" };
const asked = () => screen.getByRole("heading", { level: 3 }).textContent ?? "";

async function opened(values: Record<string, unknown> = {}): Promise<VotingPhone> {
  const phone = new VotingPhone("matrix", []);
  await phone.opens({ options: OPTIONS, ...values });
  return phone;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(cleanup);

describe("a matrix", () => {
  it("asks both questions of a factor, keeps every tap and goes on by itself", async () => {
    const phone = await opened();
    const first = asked();
    const code = NAMES[first] as string;
    await phone.taps("−3 very severe");
    expect(asked()).toBe(first);
    expect(phone.papers.at(-1)).toEqual({ [code]: { rating: -3 } });
    await phone.taps("nearly all");
    expect(asked()).not.toBe(first);
    expect(document.activeElement?.textContent).toBe(asked());
    expect(phone.papers.at(-1)).toEqual({ [code]: { rating: -3, importance: 3 } });
    expect(screen.getByText("1 of 3")).toBeTruthy();
  });

  it("asks for the trend, too, where the step does, and goes on after that", async () => {
    const phone = new VotingPhone("matrix", [], { trend: true });
    await phone.opens({ options: OPTIONS });
    const first = asked();
    await phone.taps("−3 very severe");
    await phone.taps("nearly all");
    expect(asked()).toBe(first);
    await phone.taps("worse");
    expect(asked()).not.toBe(first);
    expect(phone.papers.at(-1)).toEqual({ [NAMES[first] as string]: { rating: -3, importance: 3, trend: -1 } });
    await phone.taps("Back");
    await phone.taps("−2 strong");
    expect(phone.papers.at(-1)).toEqual({ [NAMES[first] as string]: { rating: -2, importance: 3, trend: -1 } });
    await phone.taps("All");
    expect(screen.getByText("nearly all · worse")).toBeTruthy();
  });

  it("takes “I don't know” for an answer, without asking how many", async () => {
    const phone = await opened();
    const code = NAMES[asked()] as string;
    await phone.taps("I don't know");
    expect(phone.papers.at(-1)).toEqual({ [code]: { rating: null } });
    await phone.taps("Back");
    expect(NAMES[asked()]).toBe(code);
    expect(screen.getByRole("button", { name: "I don't know" }).getAttribute("aria-pressed")).toBe("true");
    expect(screen.queryByText("How many firms does it concern?")).toBeNull();
    await phone.taps("+2 strong");
    expect(phone.papers.at(-1)).toEqual({ [code]: { rating: 2 } });
    expect(screen.getByText("How many firms does it concern?")).toBeTruthy();
  });

  it("goes on where it was when the page is opened again, in the same order", async () => {
    const phone = await opened();
    await phone.taps("I don't know");
    const second = asked();
    await phone.taps("+1 some help");
    cleanup();
    await phone.opens({ options: OPTIONS });
    expect(asked()).toBe(second);
    expect(screen.getByRole("button", { name: "+1 some help" }).getAttribute("aria-pressed")).toBe("true");
  });

  it("lists all factors, leads to one, and says when all are rated", async () => {
    const phone = await opened();
    for (let n = 0; n < 3; n += 1) await phone.taps("I don't know");
    expect(asked()).toBe("All rated. Change until the vote closes.");
    await phone.taps(/Getting a loan/);
    expect(asked()).toBe("Getting a loan");
    await phone.taps("−1 slight");
    await phone.taps("many");
    expect(asked()).toBe("All rated. Change until the vote closes.");
    expect(phone.papers.at(-1)).toMatchObject({ "4.1": { rating: -1, importance: 2 } });
    expect(screen.getByRole("button", { name: /Getting a loan −1 many/ })).toBeTruthy();
  });

  it("shows what hinders and helps by sector, corrections, and one's own rating", async () => {
    const phone = await opened({ options: ["4.1"] });
    await phone.taps("−1 slight");
    cleanup();
    const by = { n: 5, spread: "1.0" };
    const item = {
      ...{ id: "4.1", n: 10, unknown: 0, median: "-0.5", spread: "2.0", importance: "2.0", priority: "1.00" },
      ...{ gap: "3.0", flag: true, sources: 0, evidence: {}, confidence: "low" },
      by_sector: { private: { ...by, median: "-2.0" }, public: { ...by, median: "1.0" } },
    };
    const result = { rule: "matrix", cast: 10, blank: 0, seats: 12, sectors: { private: 5, public: 5 }, items: [item] };
    await phone.opens({ options: ["4.1"], phase: "revealed", result });
    expect(screen.getByText("What hinders, the weightiest first")).toBeTruthy();
    expect(screen.getByText("−0.5")).toBeTruthy();
    expect(screen.getByText("3 points apart")).toBeTruthy();
    expect(screen.getByText("You said −1; only this phone shows it.")).toBeTruthy();
  });

  it("waits for a matrix from another workshop without asking anything", async () => {
    const origin = { workshop: "x", title: "Findings day", date: "2026-11-02" };
    await opened({ phase: "closed", settings: { secret: true, origin } });
    expect(screen.getByText("What “Findings day” found comes to the wall in a moment.")).toBeTruthy();
    expect(screen.queryByText(/You rated nothing/)).toBeNull();
  });
});
