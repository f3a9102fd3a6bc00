import { afterEach, expect, it } from "vitest";
import { signed } from "../../shared/web/front/results/matrix";
import { signed as shifted } from "../../shared/web/front/results/rating";

afterEach(() => {
  document.documentElement.dir = "ltr";
});

it("writes figures as they are where the page runs from left to right", () => {
  expect([signed("-1.5"), shifted("-2")]).toEqual(["−1.5", "−2"]);
});

it("keeps signs in their place where the page runs from right to left", () => {
  document.documentElement.dir = "rtl";
  expect([signed("-1.5"), shifted("2")]).toEqual(["\u2066−1.5\u2069", "\u2066+2\u2069"]);
});
