import { describe, expect, it } from "vitest";
import { linesOf } from "../../participant/front/pledges";
import { sketchesOf } from "../../participant/front/sketches";
import { Board } from "../../shared/web/front/board";
import type { Item } from "../../shared/web/front/outbox";
import { answered, answerOf } from "../../shared/web/front/sheet";

function board(records: Record<string, Record<string, unknown>>, own: Record<string, Record<string, { id: string }>> = {}) {
  const made = new Board();
  made.snapshot({ version: 1, records, now: 0 });
  made.takeMine({ version: 1, records: own });
  return made;
}

let made = 0;
function item(verb: string, args: Record<string, unknown>, values: Partial<Item> = {}): Item {
  made += 1;
  return { id: `i${made}`, verb, args, state: "waiting", made, tries: 0, ...values };
}

const measure = (id: string, values = {}) => ({ id, title: id, cluster: null, position: 1, champion: "", sheet: {}, ...values });
const pledge = (id: string, values = {}) => ({
  id,
  activity: "p",
  measure: null,
  what: id,
  who: "",
  due: "",
  means: "",
  champion: false,
  position: 1,
  ...values,
});

describe("sketches on a phone", () => {
  it("lays what is on its way over what the server tells", () => {
    const there = board({ measure: { a: measure("a", { sheet: { what: "old", total: 5 } }) } }, { measure: { a: { id: "a" } } });
    const [sketch] = sketchesOf(there, [item("measure.sketch", { measure: "a", sheet: { what: "new", total: null } })]);
    expect(sketch).toMatchObject({ own: true, state: "waiting", sheet: { what: "new", total: null } });
    expect(answered(sketch?.sheet)).toBe(1);
  });

  it("shows a sketch that nobody has heard of yet, and one that was taken over", () => {
    const there = board({ measure: { a: measure("a") } });
    const items = [item("measure.sketch", { measure: "b", title: "B" }), item("measure.take", { measure: "a" })];
    expect(sketchesOf(there, items).map(({ id, own }) => [id, own])).toEqual([
      ["a", true],
      ["b", true],
    ]);
  });

  it("does not take over what was refused", () => {
    const there = board({ measure: { a: measure("a") } });
    expect(sketchesOf(there, [item("measure.take", { measure: "a" }, { state: "refused" })])[0]?.own).toBe(false);
  });
});

describe("answers of a sheet", () => {
  const number = { name: "total", most: 1000000 };
  it("reads whole numbers as people write them, and nothing else as a number", () => {
    expect(["9000", "9 000", "9,000", "9.000", "9’000", " 12 "].map((typed) => answerOf(number, typed))).toEqual([
      9000, 9000, 9000, 9000, 9000, 12,
    ]);
    expect(["9 000 EUR", "-1", "1.5", "1e3", "1000001"].map((typed) => answerOf(number, typed))).toEqual(
      Array(5).fill(undefined),
    );
    expect(answerOf(number, "  ")).toBe(null);
    expect(answerOf({ name: "what", characters: 300 }, " A hall ")).toBe("A hall");
  });
});

describe("lines of a plan on a phone", () => {
  it("lays what is on its way over what the server tells", () => {
    const there = board({ pledge: { x: pledge("x"), y: pledge("y", { activity: "q" }) } }, { pledge: { x: { id: "x" } } });
    const items = [
      item("pledge.write", { activity: "p", pledge: "x", what: "new", who: "Bat" }),
      item("pledge.write", { activity: "p", pledge: "z", what: "more" }, { state: "sending" }),
    ];
    expect(linesOf(there, items, "p").map(({ id, what, who, own, state }) => [id, what, who, own, state])).toEqual([
      ["x", "new", "Bat", true, "waiting"],
      ["z", "more", "", true, "sending"],
    ]);
  });

  it("takes out what is taken back, and keeps it where that was refused", () => {
    const there = board({ pledge: { x: pledge("x") } });
    expect(linesOf(there, [item("pledge.drop", { pledge: "x" })], "p")).toEqual([]);
    const [kept] = linesOf(there, [item("pledge.drop", { pledge: "x" }, { state: "refused", message: "closed" })], "p");
    expect(kept).toMatchObject({ id: "x", state: "refused", message: "closed" });
  });
});
