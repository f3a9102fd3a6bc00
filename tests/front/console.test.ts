import { describe, expect, it } from "vitest";
import { breakAhead, minutesBehind, slots } from "../../facilitator/front/console/agenda";
import { carried, nearest, positionFor } from "../../facilitator/front/console/drop";
import { KEY_LIST, meaning, type Stroke } from "../../facilitator/front/console/keys";
import { KINDS } from "../../facilitator/front/console/kinds";
import { suggestedDots } from "../../facilitator/front/console/kinds/dots/suggest";
import { levelOnes } from "../../facilitator/front/console/kinds/vote/Below";
import { mainAct, neighbours } from "../../facilitator/front/console/mainAct";
import { undoable, undoneOf } from "../../facilitator/front/console/undo";
import type { Act, Activity, Phase, Workshop } from "../../shared/web/front/records";
import { messages } from "./catalogue";

const MINUTE = 60_000;
function step(id: string, values: Partial<Activity> = {}): Activity {
  const number = Number(id.replace(/\D/g, "")) || 0;
  return {
    id,
    kind: "discussion",
    title: `Step ${id}`,
    question: "",
    position: number,
    minutes: 10,
    phase: "draft",
    settings: {},
    source: null,
    options: [],
    started_at: null,
    ended_at: null,
    ...values,
  };
}

function workshop(values: Partial<Workshop> = {}): Workshop {
  return { now: null, started_at: null, ended_at: null, ...values } as Workshop;
}

function said(place: { key: string } | null): string | undefined {
  return messages[place?.key ?? ""];
}

describe("the main button", () => {
  const course = (other: Activity) => KINDS[other.kind] as NonNullable<(typeof KINDS)[string]>;
  const names = (kind: string, settings = {}) =>
    (KINDS[kind]?.phases ?? []).map((phase: Phase) => {
      const here = step("s1", { kind, phase, settings });
      return said(mainAct(workshop({ now: "s1", started_at: 1 }), [here, step("s2")], course));
    });

  it("names each next act of a kind, and then the way to the next step", () => {
    expect(names("brainstorm")).toEqual(["Open for cards", "Close writing", "Turn the cards", "Go to: {title}"]);
    expect(names("cluster")).toEqual(["Open sorting", "Agree on the groups", "Go to: {title}"]);
    expect(names("dots")).toEqual(["Open the vote", "Close the vote", "Reveal", "Agree on the result", "Go to: {title}"]);
    expect(names("discussion")).toEqual(["Start the talk", "End the talk", "Go to: {title}"]);
    expect(names("discussion", { pause: true })).toEqual(["Start the break", "End the break", "Go to: {title}"]);
  });

  it("starts with the first step and ends after the last", () => {
    const steps = [step("s1"), step("s2", { phase: "confirmed" })];
    const start = mainAct(workshop(), steps, course);
    expect(said(start)).toBe("Start the workshop");
    expect(start).toMatchObject({ verb: "activity.enter", args: { activity: "s1" }, live: false });
    expect(mainAct(workshop({ now: "s2", started_at: 1 }), steps, course)?.verb).toBe("workshop.end");
    expect(mainAct(workshop({ now: "s2", started_at: 1, ended_at: 2 }), steps, course)?.verb).toBeNull();
    expect(mainAct(workshop(), [], course)).toBeNull();
  });

  it("is red only while it ends something live", () => {
    const open = step("s1", { kind: "dots", phase: "open" });
    expect(mainAct(workshop({ now: "s1" }), [open], course)?.live).toBe(true);
    expect(mainAct(workshop({ now: "s1" }), [{ ...open, phase: "closed" }], course)?.live).toBe(false);
  });

  it("knows the steps beside", () => {
    const steps = [step("s1"), step("s2"), step("s3")];
    expect(neighbours(workshop(), steps)).toEqual({ after: steps[0] });
    expect(neighbours(workshop({ now: "s2" }), steps)).toEqual({ before: steps[0], after: steps[2] });
    expect(neighbours(workshop({ now: "s3" }), steps)).toEqual({ before: steps[1] });
  });
});

describe("undo", () => {
  let last = 0;
  const act = (verb: string, values: Partial<Act> = {}): Act => ({
    version: ++last,
    verb,
    subject: "",
    by: "Tuya",
    role: "facilitator",
    at: 0,
    undoes: null,
    reason: "",
    ...values,
  });

  it("offers the facilitators' last act, not what came from the room nor typed notes", () => {
    const acts = [
      act("card.moved"),
      act("card.added", { by: "", role: "seat" }),
      act("note.written"),
      act("seat.joined", { by: "", role: "system" }),
    ];
    expect(undoable(acts).undo?.verb).toBe("card.moved");
    expect(undoable([]).undo).toBeNull();
  });

  it("goes further back with each undo, and forth again with redo", () => {
    const first = act("cluster.added");
    const second = act("card.moved");
    const undone = act("card.moved", { undoes: second.version });
    expect(undoable([first, second, undone])).toMatchObject({
      undo: { version: first.version },
      redo: { version: undone.version },
    });
    const again = act("card.moved", { undoes: undone.version });
    expect(undoable([first, second, undone, again])).toMatchObject({ undo: { version: again.version }, redo: null });
  });

  it("forgets what could be done again after a new act", () => {
    const first = act("card.moved");
    const undone = act("card.moved", { undoes: first.version });
    expect(undoable([first, undone, act("card.hidden")])).toMatchObject({ undo: { verb: "card.hidden" }, redo: null });
  });

  it("passes over what cannot be undone", () => {
    const acts = [act("card.moved"), act("activity.revealed")];
    expect(undoable(acts, new Set([acts[1]?.version ?? 0])).undo?.verb).toBe("card.moved");
  });

  it("tells which acts stand undone", () => {
    const first = act("card.moved");
    const undone = act("card.moved", { undoes: first.version });
    expect(undoneOf([first, undone])).toEqual(new Set([first.version]));
    const again = act("card.moved", { undoes: undone.version });
    expect(undoneOf([first, undone, again])).toEqual(new Set([undone.version]));
  });
});

describe("the agenda", () => {
  const nine = 9 * 60 * MINUTE;
  const at = (minute: number) => nine + minute * MINUTE;
  const steps = [
    step("s1", { started_at: at(0), ended_at: at(12), phase: "confirmed" }),
    step("s2", { started_at: at(12), phase: "open" }),
    step("s3", { settings: { pause: true }, minutes: 15 }),
    step("s4"),
  ];
  const running = workshop({ now: "s2", started_at: at(0) });

  it("counts the minutes behind: a late start at once, an overrun as it grows", () => {
    expect(minutesBehind(steps, running, at(13))).toBe(2);
    expect(minutesBehind(steps, running, at(26))).toBe(6);
    expect(minutesBehind(steps, workshop(), at(0))).toBeNull();
  });

  it("counts minutes ahead below nought", () => {
    const early = [steps[0], step("s2", { started_at: at(4) })] as Activity[];
    expect(minutesBehind(early, running, at(5))).toBe(-6);
  });

  it("tells what was as it was, and what comes as it follows from now", () => {
    const [first, second, third, fourth] = slots(steps, running, at(26));
    expect(first).toMatchObject({ state: "done", begins: at(0), took: 12 });
    expect(second).toMatchObject({ state: "now", begins: at(12) });
    expect(third).toMatchObject({ state: "ahead", begins: at(26) });
    expect(fourth?.begins).toBe(at(41));
  });

  it("counts from the time of the day for which it was planned, unless that is far off", () => {
    const began = new Date(2026, 10, 25, 9, 10).getTime();
    const first = [step("s1", { started_at: began, minutes: 10 })];
    const late = workshop({ now: "s1", started_at: began, begins: "09:00" });
    expect(minutesBehind(first, late, began)).toBe(10);
    expect(minutesBehind(first, { ...late, begins: "09:15" }, began)).toBe(-5);
    expect(minutesBehind(first, { ...late, begins: "14:00" }, began)).toBe(0);
    expect(slots([...first, step("s2")], late, began).map((slot) => slot.planned)).toEqual([540, 550]);
  });

  it("gives no times before the start", () => {
    const ahead = [step("s1"), step("s2")];
    expect(slots(ahead, workshop(), at(0)).map((slot) => [slot.state, slot.begins])).toEqual([
      ["ahead", null],
      ["ahead", null],
    ]);
  });

  it("names only a break that is long enough", () => {
    expect(breakAhead(steps, running, 6)?.id).toBe("s3");
    expect(breakAhead(steps, running, 20)).toBeUndefined();
  });
});

describe("keys", () => {
  const stroke = (key: string, values: Partial<Stroke> = {}): Stroke => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    on: "elsewhere",
    ...values,
  });

  it("means nothing in a text box, not even undo", () => {
    for (const key of ["p", "b", "Enter", "?", "1"]) expect(meaning(stroke(key, { on: "text" }), true)).toBeNull();
    expect(meaning(stroke("z", { on: "text", ctrlKey: true }), true)).toBeNull();
  });

  it("leaves Enter to what has the focus", () => {
    expect(meaning(stroke("Enter"), true)).toBe("main");
    expect(meaning(stroke("Enter", { on: "control" }), true)).toBeNull();
    expect(meaning(stroke("Enter", { on: "card" }), true)).toBeNull();
  });

  it("works the card that has the focus", () => {
    expect(meaning(stroke("3", { on: "card" }), true)).toEqual({ pile: 2 });
    expect(meaning(stroke("H", { on: "card", shiftKey: true }), true)).toBe("hide");
    expect(meaning(stroke("h"), true)).toBeNull();
    expect(meaning(stroke("ArrowLeft", { on: "card" }), true)).toBe("left");
    expect(meaning(stroke("ArrowLeft", { on: "card", ctrlKey: true }), true)).toBe("carry_left");
  });

  it("lets single keys be switched off, not the others", () => {
    expect(meaning(stroke("p"), false)).toBeNull();
    expect(meaning(stroke("3", { on: "card" }), false)).toBeNull();
    expect(meaning(stroke("Enter"), false)).toBe("main");
    expect(meaning(stroke("Z", { ctrlKey: true, shiftKey: true }), false)).toBe("redo");
  });

  it("lists every single key that means something, and none that does not", () => {
    const listed = KEY_LIST.map(([sign]) => sign).filter((sign) => sign.length === 1);
    const signs = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ?!.,+-*/#"];
    expect(signs.filter((key) => meaning(stroke(key, { on: "card" }), true) !== null).sort()).toEqual(listed.sort());
  });
});

describe("dropping", () => {
  const fellows = [
    { id: "a", position: 1024 },
    { id: "b", position: 2048 },
    { id: "c", position: 3072 },
  ];

  it("hangs a card between its neighbours, before the first or at the end", () => {
    expect(positionFor(fellows, "b")).toBe(1536);
    expect(positionFor(fellows, "a")).toBeLessThan(1024);
    expect(positionFor(fellows, null)).toBeGreaterThan(3072);
    expect(positionFor([], null)).toBe(1024);
  });

  it("carries a card one place up or down", () => {
    expect(carried(fellows, "b", -1)).toBe("a");
    expect(carried(fellows, "a", 1)).toBe("c");
    expect(carried(fellows, "b", 1)).toBeNull();
    expect(carried(fellows, "a", -1)).toBeUndefined();
  });

  it("finds the neighbour in a direction", () => {
    const box = (left: number, top: number) => ({ left, top, width: 10, height: 10 });
    const others = [box(20, 0), box(0, 20), box(40, 2)];
    expect(nearest(box(0, 0), others, "right")).toBe(0);
    expect(nearest(box(0, 0), others, "down")).toBe(1);
    expect(nearest(box(0, 0), others, "left")).toBe(-1);
  });
});

describe("dots", () => {
  it("suggests a third of the options, as the server does", () => {
    expect([2, 3, 7, 9, 12, 30, 60].map(suggestedDots)).toEqual([2, 2, 2, 3, 4, 10, 10]);
  });

  it("names those that are level", () => {
    const item = (title: string, place: number) => ({ id: title, title, short: "", place });
    expect(levelOnes([item("A", 1), item("B", 2), item("C", 2), item("D", 4)])).toEqual(["B, C"]);
  });
});
