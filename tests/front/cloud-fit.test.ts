/** A word cloud on the wall: large letters where there are few words, pages where there are many, and no word is lost. */

import { describe, expect, it } from "vitest";
import { cloudFit } from "../../facilitator/front/wall/fit";

const words = (n: number, size = 3) => Array.from({ length: n }, (_, i) => ({ text: `a word of the room ${i}`, size }));

describe("a cloud on the wall", () => {
  it("has the largest letters with which it fits", () => {
    expect(cloudFit(words(3)).letters).toBe("largest");
    expect(cloudFit(words(60)).letters).toBe("");
  });

  it("cuts many words into pages, in their order", () => {
    const { pages } = cloudFit(words(90));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(words(90));
    expect(pages.every((page) => page.length > 0)).toBe(true);
  });

  it("is one empty page without words", () => {
    expect(cloudFit([]).pages).toEqual([[]]);
  });
});
