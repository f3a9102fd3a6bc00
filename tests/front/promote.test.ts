/** What a finding that is made of a card begins with. */

import { describe, expect, it } from "vitest";
import type { App } from "../../facilitator/front/console/app";
import { helps } from "../../facilitator/front/console/kinds/Promote";
import type { Card } from "../../shared/web/front/records";

const app = (tags?: Record<string, string[]>) => ({ board: { get: () => ({ settings: { tags } }) } }) as unknown as App;
const card = (tags: Record<string, string>) => ({ activity: "a", tags }) as unknown as Card;

describe("the sign of a finding", () => {
  it("follows the first of two words, in whatever language a card was tagged", () => {
    for (const words of [
      ["advantage", "obstacle"],
      ["Vorteil", "Hindernis"],
      ["ميزة", "عائق"],
    ]) {
      expect(helps(app({ kind: words }), card({ kind: words[0] as string }))).toBe(true);
      expect(helps(app({ kind: words }), card({ kind: words[1] as string }))).toBe(false);
    }
  });

  it("is an obstacle where nothing was tagged, or more than two words stand to choose", () => {
    expect(helps(app(), card({}))).toBe(false);
    expect(helps(app({ kind: ["advantage", "obstacle"] }), card({}))).toBe(false);
    expect(helps(app({ kind: ["a", "b", "c"] }), card({ kind: "a" }))).toBe(false);
  });
});
