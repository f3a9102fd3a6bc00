import { describe, expect, it } from "vitest";
import { moneyOf } from "../../shared/web/front/conclusions";
import { COMMON, commonFigure, keepable, planLines, toldLines, totalsOf } from "../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../shared/web/front/records";

const measure = (reached: Measure["reached"]) => ({ id: "m", title: "M", champion: "", reached }) as Measure;

describe("common figures", () => {
  it("are read as people write them", () => {
    expect(commonFigure("common-jobs", " 1 200 ")).toBe("1200");
    expect(commonFigure("common-money", "12.000")).toBe("12000");
    expect(commonFigure("common-fte", "3,5")).toBe("3.5");
    expect(commonFigure("common-jobs", "")).toBe("");
    for (const wrong of ["3.5", "some", "-1"]) expect(commonFigure("common-jobs", wrong)).toBeUndefined();
  });

  it("add up over the measures that tell them, exactly, without what is disputed", () => {
    const measures = [
      measure({ "common-fte": { value: "0.1" }, "common-jobs": { value: "2" } }),
      measure({ "common-fte": { value: "0.2" } }),
      measure({ "common-fte": { value: "7", state: "disputed", word: "no" } }),
    ];
    expect(totalsOf(measures)).toEqual([
      { id: "common-jobs", value: 2, known: 1 },
      { id: "common-fte", value: 0.3, known: 2 },
    ]);
  });

  it("stand in the form of every measure and are told only where somebody told one", () => {
    const lines = planLines({ settings: {} } as Activity, measure({ "common-firms": { value: "4" } }), "en");
    expect(lines.filter((line) => line.common).map((line) => line.id)).toEqual(COMMON);
    expect(toldLines(lines).map((line) => line.id)).toEqual(["common-firms"]);
  });
});

describe("a budget", () => {
  const budget = [
    { id: "b1", item: "Looms", planned: "2500.10", payer: "fund" },
    { id: "b2", item: "Room", planned: "900.20", payer: "" },
  ];
  const lines = (reached: Measure["reached"]) =>
    planLines({ settings: {} } as Activity, { ...measure(reached), budget } as Measure, "en").filter(
      (line) => line.money || line.sum,
    );

  it("stands line by line, and adds up once every line is told and none disputed", () => {
    expect(lines({}).map(({ planned, reached }) => [planned, reached.value ?? ""])).toEqual([
      ["2,500.1", ""],
      ["900.2", ""],
      ["3,400.3", ""],
    ]);
    const told = { b1: { value: "2600.05" }, b2: { value: "800" } };
    expect(lines(told).at(-1)?.reached.value).toBe("3,400.05 (-0.25)");
    expect(lines({ ...told, b2: { value: "800", state: "disputed" } }).at(-1)?.reached.value).toBe("");
    expect(lines({ b1: { value: "2500.10" }, b2: { value: "900.20" } }).at(-1)?.reached.value).toBe("3,400.3");
  });

  it("takes figures as people write them, and nothing else", () => {
    const line = lines({})[0];
    if (!line) throw new Error("no line");
    expect(["2 600,05", "10,000", "7.5", ""].map((typed) => keepable(line, typed))).toEqual(["2600.05", "10000", "7.5", ""]);
    for (const wrong of ["much", "-1", "1.2345"]) expect(keepable(line, wrong)).toBeUndefined();
  });

  it("makes the total that jobs are reckoned by, where nobody told one", () => {
    const costs = (reached: Measure["reached"]) =>
      moneyOf((key) => key, "en", { ...measure(reached), budget } as Measure).map(({ value }) => value);
    const told = { b1: { value: "2500" }, b2: { value: "1000" }, "common-jobs": { value: "2" } };
    expect(costs(told)).toEqual(["1,750"]);
    expect(costs({ ...told, total: { value: "4000" } })).toEqual(["2,000"]);
    expect(costs({ ...told, total: { value: "4000", state: "disputed" } })).toEqual([]);
  });
});
