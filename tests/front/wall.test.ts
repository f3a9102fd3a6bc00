/** What fits on the wall, and in what order discs fill. */

import { describe, expect, it } from "vitest";
import {
  cardsShown,
  listedSize,
  packed,
  pageAt,
  pages,
  scattered,
  shared,
  textSize,
  tileGrid,
  timeOfPage,
  turnOf,
} from "../../facilitator/front/wall/fit";

describe("what fits", () => {
  it("shows fewer cards where letters are larger", () => {
    expect([cardsShown("s"), cardsShown("m"), cardsShown("l")]).toEqual([16, 12, 6]);
  });

  it("shows few cards where texts are long", () => {
    expect(cardsShown("m", ["x".repeat(90)])).toBe(12);
    expect(cardsShown("m", ["short", "x".repeat(200)])).toBe(4);
    expect(cardsShown("l", ["x".repeat(500)])).toBe(2);
  });

  it.each([
    [1, 3, 2],
    [6, 3, 2],
    [7, 4, 2],
    [8, 4, 2],
    [9, 4, 3],
    [12, 4, 3],
  ])("hangs %i groups in a grid with room for all of them", (groups, columns, rows) => {
    expect(tileGrid(groups)).toEqual({ columns, rows });
    expect(columns * rows).toBeGreaterThanOrEqual(groups);
  });

  it("sets no short name in large letters beside a long one", () => {
    const names = ["Trade", "Crafts and industry", "Tourism and other services"];
    expect(names.map((name) => listedSize(name, names))).toEqual(["beside", "beside", "longer"]);
    expect(listedSize("Trade", ["Trade", "Crafts"])).toBe("");
  });

  it("cuts a list into pages and loses nothing", () => {
    const all = Array.from({ length: 29 }, (_, i) => i);
    expect(pages(all, 12).flat()).toEqual(all);
    expect(pages(all, 12).map((page) => page.length)).toEqual([12, 12, 5]);
    expect(pages([], 12)).toEqual([[]]);
  });

  it("shares a list out evenly where it does not fit one page", () => {
    const sizes = (n: number) => shared(Array.from({ length: n }), 4).map((page) => page.length);
    expect([sizes(4), sizes(5), sizes(9), sizes(0)]).toEqual([[4], [3, 2], [3, 3, 3], [0]]);
  });

  it("packs things by the lines that they need, in their order, a long one by itself", () => {
    expect(packed([3, 3, 3, 20, 1], (lines) => lines, 7)).toEqual([[3, 3], [3], [20], [1]]);
    expect(packed([], () => 1, 7)).toEqual([[]]);
  });

  it("turns pages by the shared clock, and stands still where there is one", () => {
    expect([0, 11_999, 12_000, 24_000, 36_000].map((now) => pageAt(3, now))).toEqual([0, 0, 1, 2, 0]);
    expect(pageAt(1, 99_999)).toBe(0);
  });

  it("turns to a page that then hangs its whole time", () => {
    expect([0, 11_999, 12_000].map((more) => pageAt(3, timeOfPage(2) + more))).toEqual([2, 2, 0]);
    expect([0, 19_999, 20_000].map((more) => pageAt(3, timeOfPage(1, 20) + more, 20))).toEqual([1, 1, 2]);
  });

  it("turns with the keys of a presenter's remote and with the arrows, by the direction of reading", () => {
    expect(["PageDown", "PageUp", "ArrowRight", "ArrowLeft", "a"].map((key) => turnOf(key))).toEqual([1, -1, 1, -1, 0]);
    expect(["PageDown", "ArrowRight", "ArrowLeft"].map((key) => turnOf(key, true))).toEqual([1, -1, 1]);
  });

  it("counts characters, not bytes, for the size of a text", () => {
    expect(textSize("Ө".repeat(42))).toBe("");
    expect(textSize("x".repeat(43))).toBe("long");
    expect(textSize("x".repeat(71))).toBe("longer");
  });
});

describe("the discs of the turnout", () => {
  it("fill each place once, in an order that is always the same and not the order of the places", () => {
    const order = scattered(28);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 28 }, (_, i) => i));
    expect(scattered(28)).toEqual(order);
    expect(order.slice(0, 5)).not.toEqual([0, 1, 2, 3, 4]);
  });
});
