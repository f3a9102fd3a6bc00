/** What of the principles a sketch leaves open, as the console tells it beside a measure. */

import { describe, expect, it } from "vitest";
import { leftOpen } from "../../facilitator/front/console/principles";
import type { Measure } from "../../shared/web/front/records";

const measure = (champion: string, sheet?: Measure["sheet"]) =>
  ({ id: "m", title: "M", cluster: null, position: 1, champion, ...(sheet && { sheet }) }) as Measure;
const whole = { private: "Sells", public: "Room", gains: "24 felt makers", month: 3 };

describe("what a sketch leaves open", () => {
  it("is everything while there is none", () => {
    expect(leftOpen(measure(""))).toEqual(["sectors", "breadth", "committed", "soon"]);
  });

  it("is nothing once two sectors, effects, a champion and an early month are told", () => {
    expect(leftOpen(measure("Oyun", whole))).toEqual([]);
  });

  it("names what is missing", () => {
    expect(leftOpen(measure("", whole))).toEqual(["committed"]);
    expect(leftOpen(measure("Oyun", { ...whole, public: "" }))).toEqual(["sectors"]);
    expect(leftOpen(measure("Oyun", { ...whole, month: 13 }))).toEqual(["soon"]);
    expect(leftOpen(measure("Oyun", { ...whole, gains: "" }))).toEqual(["breadth"]);
  });
});
