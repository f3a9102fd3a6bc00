import { describe, expect, it } from "vitest";
import { COMMON, commonFigure, planLines, toldLines, totalsOf } from "../../shared/web/front/evaluation";
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
