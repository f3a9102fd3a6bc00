/** What screens ask of a matrix and of findings. */

import { describe, expect, it } from "vitest";
import { packed } from "../../facilitator/front/wall/kinds/reading";
import { Board } from "../../shared/web/front/board";
import { FACTORS } from "../../shared/web/front/factors";
import type { Activity, Finding } from "../../shared/web/front/records";
import { advocacy, firstOf, type MatrixItem, type MatrixResult, signed, voiceOf } from "../../shared/web/front/results/matrix";
import { groupsOf } from "../../shared/web/front/results/reading";

const step = { id: "m" } as Activity;

function item(id: string, median: number): MatrixItem {
  return { id, n: 5, unknown: 0, median: median.toFixed(1), sources: 0, evidence: {}, confidence: "low" };
}

function finding(id: string, factor: string, values: Partial<Finding> = {}): Finding {
  const base = {
    id,
    factors: [factor],
    sign: "-" as const,
    statement: "Mud",
    quote: "",
    sector: null,
    position: 1,
    marks: 0,
    origin: {},
  };
  return { ...base, ...values };
}

function boardOf(records: Record<string, Record<string, unknown>>): Board {
  const board = new Board();
  board.snapshot({ version: 1, records, now: 0 });
  return board;
}

const result = (items: MatrixItem[]) => ({ rule: "matrix", items }) as unknown as MatrixResult;

describe("a matrix", () => {
  it("has five first advantages and ten first obstacles, in the order of the list", () => {
    const items = [...FACTORS].map(({ code }, n) => item(code, n % 2 ? 1 : -1));
    expect(firstOf(result(items), "+").map(({ id }) => id)).toEqual(["1.2", "1.4", "2.1", "2.3", "2.5"]);
    expect(firstOf(result(items), "-")).toHaveLength(10);
    expect(firstOf(result([item("1.1", 0)]), "+")).toEqual([]);
  });

  it("puts on the advocacy list what the room put there, and obstacles beyond the region", () => {
    const items = [item("2.1", -2), item("1.4", 1), item("4.1", -3), item("4.2", -1)];
    const amended = { id: "a", activity: "m", factor: "4.1", rating: null, reason: "", reach: "N" };
    const local = { id: "b", activity: "m", factor: "4.2", rating: null, reason: "", reach: "L" };
    const board = boardOf({ amendment: { a: amended, b: local } });
    expect(advocacy(board, step, result(items)).map(({ id }) => id)).toEqual(["2.1", "4.1"]);
    const better = boardOf({ amendment: { a: { ...amended, factor: "2.1", rating: 1, reach: "" } } });
    expect(advocacy(better, step, result(items)).map(({ id }) => id)).toEqual(["4.2"]);
  });

  it("lets the finding speak that surprised most, of those that fit", () => {
    const all = [
      finding("a", "2.1"),
      finding("b", "2.1", { marks: 2, position: 2 }),
      finding("c", "2.1", { marks: 9, sign: "+" }),
      finding("d", "2.1", { marks: 9, shown: false }),
      finding("e", "4.1", { marks: 9 }),
    ];
    const board = boardOf({ finding: Object.fromEntries(all.map((one) => [one.id, one])) });
    expect(voiceOf(board, item("2.1", -2))?.id).toBe("b");
    expect(voiceOf(board, item("2.2", -2))).toBeUndefined();
  });

  it("writes ratings as people do", () => {
    expect(["-1.5", "0.0", "2.0", -3, undefined].map((value) => signed(value))).toEqual(["−1.5", "0", "+2", "−3", "–"]);
  });
});

describe("findings to be read", () => {
  it("come by the group of their first factor", () => {
    const groups = groupsOf([
      finding("a", "9.1"),
      finding("b", "2.3"),
      finding("c", "2.1"),
      finding("d", "2.1", { position: 0 }),
    ]);
    expect(groups.map(({ group, findings }) => [group, findings.map(({ id }) => id)])).toEqual([
      ["2", ["d", "c", "b"]],
      ["9", ["a"]],
    ]);
  });

  it("fill pages as far as there is room, and none is lost", () => {
    const many = FACTORS.map(({ code }, n) =>
      finding(`f${n}`, code, { statement: "x".repeat(10 + 3 * n), quote: n % 3 ? "" : "y".repeat(200) }),
    );
    const pages = packed(groupsOf(many));
    expect(pages.flatMap((page) => page.flatMap(({ findings }) => findings.map(({ id }) => id)))).toEqual(
      many.map(({ id }) => id),
    );
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.every((page) => page.length > 0 && page.length <= 4)).toBe(true);
    expect(packed([])).toEqual([]);
  });
});
