import { describe, expect, it } from "vitest";
import { Board } from "../../shared/web/front/board";
import type { Activity } from "../../shared/web/front/records";
import { optionsOf } from "../../shared/web/front/select";
import { movesOf } from "../../shared/web/front/shifts";

const item = (title: string, place: number, before?: number) => ({
  id: title,
  title,
  short: "",
  place,
  ...(before === undefined ? {} : { place_before: before }),
});

const t = (_key: string, params?: Record<string, unknown>) => `${params?.title} ${params?.before} to ${params?.now}`;

describe("a second round", () => {
  it("tells which places have changed", () => {
    expect(movesOf([item("A", 1, 3), item("B", 2, 2), item("C", 3, 1)], t)).toBe("A 3 to 1, C 1 to 3");
    expect(movesOf([item("A", 1, 1)], t)).toBe("");
    expect(movesOf([item("A", 1)], t)).toBe(null);
  });

  it("is about what the first was about, by the same letters", () => {
    const board = new Board();
    const step = (id: string, kind: string, position: number, more = {}) => ({
      id,
      kind,
      position,
      title: id,
      question: "",
      minutes: 5,
      phase: "draft",
      settings: { about: "groups" },
      source: null,
      options: [],
      started_at: null,
      ended_at: null,
      ...more,
    });
    const group = (id: string, position: number) => ({
      id,
      activity: "g",
      title: id,
      position,
      short: "",
      pictogram: "",
      aside: false,
    });
    board.snapshot({
      version: 1,
      now: 0,
      records: {
        activity: {
          g: step("g", "cluster", 1),
          v: step("v", "dots", 2, { phase: "revealed", options: ["y"] }),
          w: step("w", "dots", 3, { source: "v" }),
        },
        cluster: { x: group("x", 1), y: group("y", 2) },
      },
    });
    expect(optionsOf(board, board.get("activity", "w") as Activity)).toMatchObject([{ id: "y", letter: "B" }]);
  });
});
