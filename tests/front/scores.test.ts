/** Papers of scores, and names beside their marks in the picture of four fields. */

import { describe, expect, it } from "vitest";
import { evenPages } from "../../facilitator/front/wall/fit";
import { spread } from "../../facilitator/front/wall/kinds/scores/spread";
import { answer, answerOf, openOnes, recuse, type ScoresPaper } from "../../participant/front/kinds/scores/paper";
import type { Activity } from "../../shared/web/front/records";
import { askedOf, plainFigure, type ScoresResult } from "../../shared/web/front/results/scores";

const ITEMS = ["a", "b"].map((id) => ({ id, title: id, short: "", letter: "", pictogram: "" }));

describe("a paper of scores", () => {
  it("takes answers, exchanges them, and takes them back on a second tap", () => {
    let paper: ScoresPaper = answer({}, "a", 1, 4);
    expect(paper).toEqual({ answers: { a: { 2: 4 } } });
    paper = answer(paper, "a", 1, 3);
    expect(answerOf(paper, "a", 1)).toBe(3);
    expect(answer(paper, "a", 1, 3)).toEqual({ answers: {} });
  });

  it("leaves out one's own, and keeps the role", () => {
    const paper = recuse(answer({ role: "implementer" }, "a", 0, 5), "a");
    expect(paper).toEqual({ role: "implementer", answers: { a: "recused" } });
    expect(openOnes(paper, ITEMS, () => [0, 1])).toEqual([
      { item: "b", question: 0 },
      { item: "b", question: 1 },
    ]);
    expect(recuse(paper, "a")).toEqual({ role: "implementer", answers: {} });
  });

  it("reads a paper that is empty after a refusal", () => {
    expect(openOnes({}, ITEMS, () => [0])).toHaveLength(2);
  });

  it("asks in a second look of the disputed lines alone", () => {
    const settings = { questions: ["One?", "Two?"], lines: { a: ["2"] } };
    const step = { question: "", settings } as unknown as Activity;
    expect(openOnes({}, ITEMS, (item) => askedOf(step, item))).toEqual([{ item: "a", question: 1 }]);
  });
});

describe("the picture of four fields", () => {
  const mark = (id: string, x: number, y: number, name = "Roads") => ({ id, name, x, y });

  it("writes a name beside its mark, towards the left where it would leave the picture", () => {
    const [a, b] = spread([mark("a", 10, 20), mark("b", 92, 30)]);
    expect([a?.end, a?.labelY, a?.moved]).toEqual([false, 20, false]);
    expect(b?.end).toBe(true);
  });

  it("keeps names of marks on the same spot a line apart, within the picture", () => {
    for (const y of [8, 30, 57]) {
      const labels = spread(["a", "b", "c", "d"].map((id) => mark(id, 40, y)));
      const heights = labels.map((label) => label.labelY).sort((p, q) => p - q);
      const apart = heights.slice(1).map((height, i) => height - Number(heights[i]));
      for (const distance of apart) expect(distance).toBeGreaterThan(6.39);
      expect(heights[0]).toBeGreaterThanOrEqual(8);
      expect(heights[3]).toBeLessThanOrEqual(57);
    }
  });

  it("does not care in which order the items come", () => {
    const marks = [mark("a", 30, 20), mark("b", 33, 20), mark("c", 80, 50)];
    expect(spread([...marks].reverse())).toEqual(spread(marks));
  });
});

describe("pages of a wall", () => {
  it("are filled evenly", () => {
    const sizes = (n: number) => evenPages(Array.from({ length: n }), 8).map((page) => page.length);
    expect([sizes(0), sizes(8), sizes(9), sizes(17)]).toEqual([[0], [8], [5, 4], [6, 6, 5]]);
  });
});

describe("figures", () => {
  it("are written without noughts, shares as whole percents", () => {
    const median = { figure: "median" } as ScoresResult;
    expect([plainFigure(median, "3.0"), plainFigure(median, "2.5"), plainFigure(median, undefined)]).toEqual(["3", "2.5", "–"]);
    expect(plainFigure({ figure: "share" } as ScoresResult, "66.67")).toBe("67 %");
  });
});
