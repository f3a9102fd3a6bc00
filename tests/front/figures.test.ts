import { afterEach, expect, it } from "vitest";
import { signed } from "../../shared/web/front/results/matrix";
import { signed as shifted } from "../../shared/web/front/results/rating";
import { movesOf } from "../../shared/web/front/shifts";

const moves = () => movesOf([{ id: "a", title: "Roads", short: "", place: 1, place_before: 3 }]);

afterEach(() => {
  document.documentElement.dir = "ltr";
});

it("writes figures as they are where the page runs from left to right", () => {
  expect([signed("-1.5"), shifted("-2"), moves()]).toEqual(["−1.5", "−2", "Roads 3. → 1."]);
});

it("keeps signs and arrows in their place where the page runs from right to left", () => {
  document.documentElement.dir = "rtl";
  expect([signed("-1.5"), shifted("2"), moves()]).toEqual(["\u2066−1.5\u2069", "\u2066+2\u2069", "Roads \u20663. → 1.\u2069"]);
});
