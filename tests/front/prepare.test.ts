import { describe, expect, it } from "vitest";
import { Fields } from "../../facilitator/front/prepare/fields";
import { moved, rowsOf } from "../../facilitator/front/prepare/guide";
import {
  type Field,
  type KindOf,
  type Kinds,
  nearestOf,
  presetOf,
  read,
  shown,
  sourcesOf,
} from "../../facilitator/front/prepare/kinds";
import { toSettle } from "../../facilitator/front/prepare/settle";
import { minutesOver, plannedTimes, shorten, timeOf, timeTyped } from "../../facilitator/front/times";
import { Board } from "../../shared/web/front/board";
import type { Activity, Answer } from "../../shared/web/front/records";
import { spokenIn } from "../../shared/web/front/spoken";
import { HandTimers, settle } from "./world";

function step(id: string, kind: string, position: number, more: Partial<Activity> = {}): Activity {
  const times = { started_at: null, ended_at: null };
  const rest = { title: id, question: "", minutes: 20, phase: "draft" as const, settings: {}, source: null, options: [] };
  return { id, kind, position, ...rest, ...times, ...more };
}

const KINDS = {
  brainstorm: { group: "collect", makes: "cards", takes: [] },
  cluster: { group: "sort", makes: "clusters", takes: ["cards"] },
  dots: { group: "vote", makes: null, takes: ["clusters", "cards"] },
} as unknown as Kinds;

const DAY = [
  step("cards", "brainstorm", 1, { question: "What holds us back?", minutes: 30 }),
  step("groups", "cluster", 2, { minutes: 40 }),
  step("break", "discussion", 3, { minutes: 60, settings: { pause: true } }),
  step("dots", "dots", 4, { minutes: 15, settings: { about: "groups" } }),
];

describe("the times of a day", () => {
  it("follow from its beginning", () => {
    const times = plannedTimes("09:15", DAY);
    expect(["cards", "groups", "break", "dots", "end"].map((id) => timeOf(times.get(id) ?? -1))).toEqual([
      "09:15",
      "09:45",
      "10:25",
      "11:25",
      "11:40",
    ]);
    expect(timeOf(plannedTimes("23:00", DAY).get("end") ?? -1)).toBe("01:25");
  });

  it("are over what was allowed, or not", () => {
    expect(minutesOver("09:00", "11:00", DAY)).toBe(25);
    expect(minutesOver("09:00", "12:00", DAY)).toBe(-35);
    expect(minutesOver("09:00", "", DAY)).toBeNull();
  });

  it("are shortened where there is most to take, never in a break, never to nothing, never what has run", () => {
    expect(shorten(DAY, 25).map((s) => [s.step.id, s.minutes])).toEqual([
      ["groups", 30],
      ["cards", 20],
      ["dots", 10],
    ]);
    const ran = DAY.map((one) => ({ ...one, started_at: one.id === "groups" ? 1 : null }));
    expect(shorten(ran, 500).map((s) => [s.step.id, s.minutes])).toEqual([
      ["cards", 10],
      ["dots", 10],
    ]);
  });

  it("are read as people write them", () => {
    expect(["9:30", "09.30", " 930 ", "0930", "25:00", "9:61", "nine", ""].map(timeTyped)).toEqual([
      "09:30",
      "09:30",
      "09:30",
      "09:30",
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("where a step takes its input from", () => {
  it("is the nearest that makes what it takes best", () => {
    expect(nearestOf(KINDS, DAY, DAY[3] as Activity)?.id).toBe("groups");
    expect(sourcesOf(KINDS, DAY, DAY[3] as Activity).map((s) => s.id)).toEqual(["groups", "cards"]);
    expect(nearestOf(KINDS, DAY, DAY[0] as Activity)).toBeUndefined();
  });
});

describe("what is still to settle", () => {
  it("is told for each step that has not begun", () => {
    expect(toSettle(KINDS, DAY)).toEqual([]);
    const long = "one two three four five six seven eight nine ten eleven twelve thirteen";
    const wrong = [
      step("dots", "dots", 1, { settings: { about: "groups" } }),
      step("own", "dots", 2, { settings: { about: "own", choices: ["A"] } }),
      step("cards", "brainstorm", 3),
      step("groups", "cluster", 4, { source: "later", question: long }),
      step("later", "brainstorm", 5, { question: "Why?" }),
      step("ran", "brainstorm", 6, { phase: "closed" }),
    ];
    expect(toSettle(KINDS, wrong).map(({ step: at, key, n }) => [at.id, key, n])).toEqual([
      ["dots", "source", 0],
      ["own", "choices", 0],
      ["cards", "question", 0],
      ["groups", "long", 13],
      ["groups", "later", 0],
    ]);
  });
});

describe("a setting's field", () => {
  const field = (type: Field["type"]) => ({ type }) as Field;
  it("shows and reads each type", () => {
    expect(shown(field("lines"), ["A", "B"])).toBe("A\nB");
    expect(read(field("lines"), " A  well \n\nB\nB")).toEqual(["A well", "B"]);
    expect(read(field("numbers"), "12 500\n\n9000")).toEqual([12500, 9000]);
    expect(read(field("numbers"), "12\nx")).toBeUndefined();
    expect(read(field("number"), "10 000")).toBe(10000);
    expect(read(field("number"), "")).toBeUndefined();
    expect(read(field("code"), " mnt ")).toBe("MNT");
    expect(read(field("figure"), "1,5")).toBe("1.5");
    expect(shown(field("flag"), true)).toBe(true);
    expect(read(field("choice"), "alone")).toBe("alone");
    expect(shown(field("tags"), { Kind: ["obstacle", "idea"], For: ["firms", "all"] })).toBe(
      "Kind: obstacle, idea\nFor: firms, all",
    );
  });
  it("reads tags a line each, and none that cannot be told apart", () => {
    expect(read(field("tags"), " Kind :obstacle,  good idea ,idea,idea\n\nنوع: عائق، فكرة")).toEqual({
      Kind: ["obstacle", "good idea", "idea"],
      نوع: ["عائق", "فكرة"],
    });
    expect(read(field("tags"), " \n")).toEqual({});
    for (const wrong of ["Kind", "Kind:", "Kind: one", ": a, b", "Kind: a, b: c", "Kind: a, b\nKind: c, d"])
      expect(read(field("tags"), wrong), wrong).toBeUndefined();
  });
});

describe("a step on a phone", () => {
  it("speaks the phone's language where it has words for it", () => {
    const board = new Board(spokenIn("mn"));
    const translations = { mn: { question: "Юу саад болж байна?" }, de: { title: "Hindernisse" } };
    const record = { ...step("s", "brainstorm", 1, { question: "What holds us back?" }), title: "Obstacles", translations };
    board.snapshot({ version: 1, records: { activity: { s: record } }, now: 0 });
    expect(board.get("activity", "s")).toMatchObject({ title: "Obstacles", question: "Юу саад болж байна?" });
    board.changes({ from: 1, to: 2, put: { activity: { s: { ...record, translations: {} } } }, now: 0 });
    expect(board.get("activity", "s")?.question).toBe("What holds us back?");
  });
});

describe("fields that save as typed", () => {
  function desk() {
    const timers = new HandTimers();
    const board = new Board();
    board.snapshot({ version: 1, records: {}, now: 0 });
    const sent: unknown[] = [];
    const listeners = new Set<() => void>();
    const link = { state: "live", listen: (one: () => void) => listeners.add(one) };
    const answers: Answer[] = [];
    const sender = {
      send: async (verb: string, args: unknown) => {
        if (link.state !== "live") return { ok: false, code: "no_line", message: "", retry: true } as Answer;
        sent.push([verb, args]);
        return answers.shift() ?? ({ ok: true, version: 1 } as Answer);
      },
    };
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage;
    // biome-ignore lint/suspicious/noExplicitAny: stands for the app's own parts
    const around = { board, link, sender, timers } as any;
    return { timers, sent, answers, link, listeners, kept, make: () => new Fields(around, "here", storage) };
  }
  const edit = (value: string, activity = "s") => ({ verb: "activity.edit", args: { activity, title: value } });

  it("send once, when the typing rests", async () => {
    const { make, timers, sent, kept } = desk();
    const fields = make();
    for (const text of ["N", "Ne", "New"]) fields.type("title-s", text, edit(text));
    expect(kept.get("here")).toContain("New");
    await timers.pass(699);
    expect(sent).toEqual([]);
    await timers.pass(1);
    expect(sent).toEqual([["activity.edit", { activity: "s", title: "New" }]]);
    expect(fields.of("title-s")).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  it("keep what was refused, say why, and try again once what stands beside it has changed", async () => {
    const { make, timers, sent, answers } = desk();
    const fields = make();
    answers.push({ ok: false, code: "invalid", message: "Does not go together.", retry: false });
    fields.type("ballot-s", "points", edit("points"), "", 0);
    await timers.pass(0);
    expect(fields.of("ballot-s")).toMatchObject({ value: "points", state: "refused", message: "Does not go together." });
    fields.type("rule-s", "most", edit("most"), "", 0);
    await timers.pass(0);
    await settle();
    expect(sent.length).toBe(3);
    expect(fields.open).toBe(0);
  });

  it("keep what cannot be sent, over a broken line and a reload", async () => {
    const { make, timers, sent, link, listeners } = desk();
    link.state = "lost";
    const fields = make();
    fields.type("title-s", "Kept", edit("Kept"));
    fields.type("minutes-s", "x", null, "A number, please.");
    await timers.pass(700);
    expect(fields.of("title-s")?.state).toBe("unsent");
    const after = make();
    expect(after.of("title-s")?.value).toBe("Kept");
    expect(after.of("minutes-s")).toMatchObject({ value: "x", state: "wrong", message: "A number, please." });
    link.state = "live";
    for (const tell of listeners) tell();
    await settle();
    expect(sent).toContainEqual(["activity.edit", { activity: "s", title: "Kept" }]);
    expect(after.of("title-s")).toBeUndefined();
  });

  it("send what was typed while the last was on its way", async () => {
    const { make, timers, sent } = desk();
    const fields = make();
    fields.type("title-s", "One", edit("One"));
    fields.flush("title-s");
    fields.type("title-s", "Two", edit("Two"));
    await settle();
    await timers.pass(700);
    expect(sent.map((one) => (one as [string, { title: string }])[1].title)).toEqual(["One", "Two"]);
    expect(fields.open).toBe(0);
  });
});

describe("a guide of interviews", () => {
  const field = {
    name: "guide",
    type: "guide",
    specimen: { q1: "What do you sell?", q2: "Who works for you?" },
    factors: { "5.1": "Local purchasing power", "3.1": "Enough workers" },
    characters: 40,
  } as unknown as Field;
  const guide = [
    { key: "q1", text: "", asks: "firm", factors: ["5.1"] },
    { key: "own", text: "How is the felt selling?", asks: "all", factors: [] },
  ];

  it("shows the specimen's words and keeps only what differs from them", () => {
    const rows = rowsOf(String(shown(field, guide)));
    expect(rows.map(({ text }) => text)).toEqual(["What do you sell?", "How is the felt selling?"]);
    expect(read(field, JSON.stringify(rows))).toEqual(guide);
    const reworded = rows.map((row) => ({ ...row, text: `${row.text}  Really?` }));
    expect((read(field, JSON.stringify(reworded)) as typeof guide).map(({ text }) => text)).toEqual([
      "What do you sell? Really?",
      "How is the felt selling? Really?",
    ]);
  });

  it("waits for words and for codes that there are", () => {
    const row = { key: "q1", text: "Why?", asks: "firm", factors: "5.1, 3.1" };
    expect(read(field, JSON.stringify([row]))).toEqual([{ ...row, factors: ["5.1", "3.1"] }]);
    for (const wrong of [{ text: " " }, { factors: "5.9" }, { text: "x".repeat(41) }])
      expect(read(field, JSON.stringify([{ ...row, ...wrong }]))).toBeUndefined();
    expect(read(field, "[]")).toBeUndefined();
    expect(read(field, "no rows")).toBeUndefined();
  });

  it("moves a question by one place and not over the edge", () => {
    const rows = rowsOf(String(shown(field, guide)));
    const keys = (at: number, by: -1 | 1) => moved(rows, at, by).map(({ key }) => key);
    expect([keys(0, 1), keys(1, -1)]).toEqual([
      ["own", "q1"],
      ["own", "q1"],
    ]);
    expect([keys(0, -1), keys(1, 1)]).toEqual([
      ["q1", "own"],
      ["q1", "own"],
    ]);
  });
});

describe("what is often asked", () => {
  const preset = (settings: Record<string, unknown>) => ({ title: "", question: "", settings });
  const kind = { presets: [preset({ scale: "reach", questions: [] }), preset({ scale: "lights", questions: ["A", "B"] })] };

  it("is known by all its settings", () => {
    const held = (settings: Record<string, unknown>) => presetOf(kind as unknown as KindOf, step("s", "scores", 1, { settings }));
    expect(held({ scale: "lights", questions: ["A", "B"], ties: "lot" })).toBe(1);
    expect(held({ scale: "lights", questions: ["A"] })).toBe(-1);
    expect(held({ scale: "reach", questions: [] })).toBe(0);
  });
});
