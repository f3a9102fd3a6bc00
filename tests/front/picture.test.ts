import { describe, expect, it } from "vitest";
import { type Box, overlap, placed, span } from "../../shared/web/front/results/picture";
import { brief, shortened, signed, tint } from "../../shared/web/front/results/rating";
import { letterOf } from "../../shared/web/front/select";
import { chance } from "./world";

const FIELD = { width: 154, height: 44 };
const HEIGHT = 4.6;
const GAP = 2.1;

interface Named {
  x: number;
  y: number;
  width: number;
}

/** Up to twelve points anywhere, with names of any length; another crowd for each seed. */
function crowd(seed: number): Named[] {
  const dice = chance(seed);
  const spread = dice(); // from all on one spot to all over the field
  return Array.from({ length: Math.ceil(12 * dice()) }, () => ({
    x: FIELD.width * (0.5 + spread * (dice() - 0.5)),
    y: FIELD.height * (0.5 + spread * (dice() - 0.5)),
    width: 10 + 40 * dice(),
  }));
}

function namesOf(some: Named[]) {
  const widths = some.map(({ width }) => width);
  return placed(some, widths, FIELD, HEIGHT, GAP);
}

function touching(boxes: Box[]): number {
  return boxes.filter((box, i) => boxes.some((other, j) => i < j && overlap(box, other))).length;
}

describe("names in a picture of two axes", () => {
  const crowds = Array.from({ length: 150 }, (_, seed) => crowd(seed));

  it("stand apart from each other and inside, wherever up to twelve points lie", () => {
    for (const some of crowds) {
      const labels = namesOf(some).map(({ label }) => label);
      expect(touching(labels)).toBe(0);
      for (const { x, y, width, height } of labels) {
        expect(x >= 0 && y >= 0 && x + width <= FIELD.width && y + height <= FIELD.height).toBe(true);
      }
    }
  });

  it("leave each point where it is", () => {
    for (const some of crowds) {
      expect(namesOf(some).map(({ x, y }) => [x, y])).toEqual(some.map(({ x, y }) => [x, y]));
    }
  });

  it("stand apart also where all points are one", () => {
    const one = Array.from({ length: 12 }, () => ({ x: 80, y: 20, width: 45 }));
    expect(touching(namesOf(one).map(({ label }) => label))).toBe(0);
  });
});

it("shows of an axis what is needed, with the line in it", () => {
  expect(span([64, 84], 60)).toEqual({ from: 50, to: 90 });
  expect(span([], 60)).toEqual({ from: 50, to: 70 });
  expect(span([0, 100], 60)).toEqual({ from: 0, to: 100 });
});

it("writes names, means and shifts so that they fit", () => {
  expect(shortened("Milk cooling point")).toBe("Milk cooling point");
  expect(shortened("Joint label, packaging and monthly market stand")).toBe("Joint label…");
  expect([...shortened("A".repeat(40))].length).toBeLessThanOrEqual(20);
  expect(["0.86", "-2.17", "0.00"].map(signed)).toEqual(["+0.86", "−2.17", "0.00"]);
  expect(["1.99", "2.00", "3.99", "4.00"].map(tint)).toEqual(["low", "middle", "middle", "high"]);
  expect(brief("79.57")).toBe("79.6");
  expect(letterOf(11)).toBe("L");
});
