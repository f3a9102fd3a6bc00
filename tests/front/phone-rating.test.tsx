import { act, cleanup, fireEvent, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  give,
  open,
  type RatingPaper,
  reason,
  standAside,
  takeOver,
  unreasoned,
} from "../../participant/front/kinds/rating/paper";
import { CRITERIA } from "../../shared/web/front/results/rating";
import { VotingPhone } from "./votingPhone";
import { settle } from "./world";

const FULL = Object.assign({}, ...CRITERIA.map((c) => ({ [c]: 3 })));

describe("a paper of scores", () => {
  it("is filled in measure by measure, and changed", () => {
    const paper = give(give({}, "m1", "C1", 0), "m1", "C2", 5);
    expect(paper).toEqual({ m1: { C1: 0, C2: 5 } });
    expect(open(paper, "m1")).toEqual(["C3", "C4", "C5", "C6", "C7", "C8", "C9"]);
    expect(give(paper, "m1", "C1", undefined)).toEqual({ m1: { C2: 5 } });
    expect(open(paper, "m2")).toHaveLength(9);
  });

  it("asks for a reason beside 0, 1 and 5 only", () => {
    const paper: RatingPaper = { m1: { ...FULL, C1: 0, C2: 1, C3: 2, C4: 4, C5: 5 } };
    expect(unreasoned(paper, "m1")).toEqual(["C1", "C2", "C5"]);
    expect(unreasoned(reason(paper, "m1", "C5", "three sectors signed"), "m1")).toEqual(["C1", "C2"]);
    expect(unreasoned(reason(paper, "m1", "C5", "  "), "m1")).toContain("C5");
  });

  it("holds no score of what one stands aside from", () => {
    const paper = standAside({ m1: FULL, m2: FULL }, "m1");
    expect(paper).toEqual({ m1: "recused", m2: FULL });
    expect([open(paper, "m1"), unreasoned(paper, "m1")]).toEqual([[], []]);
  });

  it("takes the first round over, but not where the room was far apart and nothing that is scored anew", () => {
    const first = { ...FULL, C1: 5, C8: 1, reasons: { C1: "asked for", C8: "no guard" } };
    const paper = takeOver({ m1: { C2: 0 } }, "m1", first, ["C8"]);
    expect(open(paper, "m1")).toEqual(["C8"]);
    expect(paper.m1).toMatchObject({ C1: 5, C2: 0, reasons: { C1: "asked for" } });
  });
});

describe("rating on a phone", () => {
  let phone: VotingPhone;
  const titles = ["Felt workshop", "Winter cellar"];
  beforeEach(async () => {
    document.body.innerHTML = "";
    window.Element.prototype.scrollIntoView = () => undefined;
    phone = new VotingPhone("rating", titles, { weights: [10, 15, 15, 15, 10, 10, 10, 10, 5], round: "only" });
    await phone.opens();
  });
  afterEach(cleanup);

  const group = (criterion: string) => document.querySelector(`[data-criterion=${criterion}]`) as HTMLElement;
  const tap = (criterion: string, n: number) =>
    act(async () => {
      fireEvent.click(group(criterion).querySelectorAll("input[type=radio]")[n] as HTMLElement);
      await settle();
    });
  const shownId = () => (screen.getByRole("heading", { level: 3 }).textContent === titles[0] ? "own-1" : "own-2");

  it("shows a measure at a time, nine criteria with what 0, 3 and 5 mean, and nothing chosen", () => {
    expect(screen.getByText("Measure 1 of 2")).toBeTruthy();
    expect(screen.getAllByRole("group")).toHaveLength(9);
    expect(document.querySelectorAll("input[type=radio]:checked")).toHaveLength(0);
    expect(group("C2").textContent).toContain("after 12 months");
    expect(screen.getByRole("radio", { name: "3: in month 7 to 9" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "9 to go" })).toBeTruthy();
  });

  it("keeps each tap, counts what is to go, and leads to the first open row", async () => {
    const id = shownId();
    await tap("C1", 4);
    await tap("C2", 0);
    expect(phone.papers).toEqual([{ [id]: { C1: 4 } }, { [id]: { C1: 4, C2: 0 } }]);
    await phone.taps("7 to go");
    expect(document.activeElement).toBe(group("C3").querySelector("input"));
    await phone.taps("No score: Visible soon");
    expect(phone.papers.slice(-1)).toEqual([{ [id]: { C1: 4 } }]);
    expect(screen.getByRole("button", { name: "8 to go" })).toBeTruthy();
  });

  it("is as it was after the page has been opened again, and goes on with what is open", async () => {
    const id = shownId();
    for (const c of CRITERIA) await tap(c, 3);
    cleanup();
    await phone.opens();
    expect(shownId()).not.toBe(id);
    await phone.taps("All");
    expect(screen.getByRole("button", { name: /filled in/ })).toBeTruthy();
    expect(screen.getByRole("button", { name: /not begun/ })).toBeTruthy();
    await phone.taps(/filled in/);
    expect(document.querySelectorAll("input[type=radio]:checked")).toHaveLength(9);
  });

  it("asks for a line beside a 5, keeps it, and sends it with the scores", async () => {
    const id = shownId();
    for (const c of CRITERIA) await tap(c, c === "C3" ? 5 : 2);
    expect(screen.getByRole("button", { name: "1 reason to go" })).toBeTruthy();
    const box = screen.getByRole("textbox", { name: /^Why 5/ });
    await act(async () => {
      fireEvent.input(box, { target: { value: "many families" } });
      fireEvent.blur(box);
      await settle();
    });
    expect((phone.papers.slice(-1)[0] as RatingPaper)[id]).toMatchObject({ C3: 5, reasons: { C3: "many families" } });
    await phone.taps("Next measure");
    expect(shownId()).not.toBe(id);
  });

  it("lets one stand aside, and think better of it", async () => {
    const id = shownId();
    await tap("C1", 4);
    await phone.taps("I have an interest: I stand aside", "checkbox");
    expect(phone.papers.slice(-1)).toEqual([{ [id]: "recused" }]);
    expect(screen.queryAllByRole("radio")).toHaveLength(0);
    await phone.taps("I have an interest: I stand aside", "checkbox");
    expect(phone.papers.slice(-1)).toEqual([{ [id]: { C1: 4 } }]);
  });

  it("skips to the next measure and to the list behind the last", async () => {
    const id = shownId();
    await phone.taps("Skip");
    expect(shownId()).not.toBe(id);
    await phone.taps("To the list");
    await phone.taps("Go on");
    expect(shownId()).toBe(id);
  });

  it("shows one's own scores once it is closed, and that a sheet with a gap does not count", async () => {
    await tap("C1", 4);
    await phone.seesTheStep({ phase: "closed" });
    expect(document.body.textContent).toContain("C1\u00a04 · C2\u00a0–");
    expect(screen.getByText(/this measure does not count on your paper/)).toBeTruthy();
    expect(screen.queryAllByRole("radio")).toHaveLength(0);
  });

  it("shows the result with verdicts, flags, reasons and one's own scores", async () => {
    const id = shownId();
    for (const c of CRITERIA) await tap(c, 3);
    await phone.seesTheStep({ phase: "closed" });
    cleanup();
    const means = Object.assign({}, ...CRITERIA.map((c) => ({ [c]: "3.00" })));
    const item = { id, title: "Felt workshop", short: "", n: 5, recused: 1, means, total: "60.00", exact: "60" };
    const told = { flags: ["C8"], reasons: [{ c: "C8", low: ["no guard"], high: ["a guard is paid"] }] };
    const result = {
      ...{ rule: "rating", round: "second", cast: 6, seats: 7, blank: 0, line: 60, checks: [], ties: [] },
      items: [
        { ...item, ...told, place: 1, verdict: "stands", first: { ...item, total: "58.00" }, shift: "2.00" },
        { ...item, id: "other", title: "Permit guide", flags: [], verdict: "minimum", below: ["C8"] },
      ],
    };
    await phone.opens({ phase: "confirmed", result });
    const text = document.body.textContent ?? "";
    for (const said of ["1. Felt workshop", "60.0", "far apart", "low: no guard", "high: a guard is paid", "1 stood aside"]) {
      expect(text).toContain(said);
    }
    expect(text).toContain("In the first round: 58.00. (+2.00)");
    expect(text).toContain("refused: below a minimum");
    const rows = [...document.querySelectorAll(".rate-table tbody tr")].map((row) => row.lastElementChild?.textContent);
    expect(rows.slice(0, 9)).toEqual(Array(9).fill("3"));
    expect(rows.slice(9)).toEqual(Array(9).fill("–"));
  });

  it("tells after a first round only where people are far apart", async () => {
    cleanup();
    const items = [{ id: "own-1", title: "Felt workshop", short: "", n: 5, recused: 0, flags: ["C8"] }];
    const result = { rule: "rating", round: "first", cast: 5, seats: 5, blank: 0, checks: [], items };
    await phone.opens({ phase: "revealed", result });
    expect(screen.getByText("C8 Lasts")).toBeTruthy();
    expect(document.body.textContent).not.toContain("of 100");
  });
});
