import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../participant/front/app";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Command } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

const MEASURE = {
  id: "m",
  title: "Craft centre",
  cluster: null,
  position: 1,
  champion: "Bat",
  sheet: { effect: "Two looms run", total: 9000 },
  indicators: [{ id: "jobs", name: "Jobs", unit: "full jobs", base: "0", target: "4" }],
  reached: {},
  checks: {},
  origin: { title: "Planning day", date: "2025-11-23" },
};
const step = (kind: string, values = {}) => ({
  id: "s",
  kind,
  title: "Step",
  question: "What?",
  position: 1,
  minutes: 1,
  phase: "open",
  settings: { part: "facts", time: "T12", stories: 1 },
  source: null,
  options: [],
  started_at: 1,
  ended_at: null,
  ...values,
});

let shelf: Map<string, unknown>;
let commands: Command[];
let answers: boolean;
let listeners: Map<string, (payload?: Any) => void>;

beforeEach(() => {
  shelf = new Map();
  commands = [];
  answers = true;
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

async function opens(records: Any, mine: Any = {}): Promise<void> {
  listeners = new Map();
  const wire = {
    connected: false,
    on: (event: string, listener: Any) => void listeners.set(event, listener),
    emit: (event: string, payload: Any, ack: (answer: unknown) => void) => {
      if (event !== "command") return;
      commands.push(payload);
      if (answers) ack({ ok: true, version: 1 });
    },
    connect() {
      this.connected = true;
      listeners.get("connect")?.();
    },
    disconnect() {},
  };
  const boot: Any = {
    surface: "phone",
    language: "en",
    languages: ["en"],
    names: {},
    dir: "ltr",
    code: "ABC234",
    messages,
    urls: {},
  };
  const app = new App(boot, {
    shelf: { ...memoryShelf(shelf), kind: "indexeddb" },
    wire: wire as Any,
    root: document.documentElement,
    timers: new HandTimers(),
    later: async () => ({ kinds: LATER, words: {} }),
  });
  await app.start();
  render(
    <AppContext.Provider value={app}>
      <Phone />
    </AppContext.Provider>,
  );
  const workshop = {
    id: "w",
    code: "ABC234",
    title: "Day",
    language: "en",
    languages: ["en"],
    now: "s",
    asks: {},
    locked: false,
  };
  const running = { ...workshop, paused: false, timer: null, started_at: 1, ended_at: null };
  await hears("snapshot", { version: 1, now: 0, records: { workshop: { w: running }, ...records } });
  await hears("mine", { version: 1, records: mine });
}

async function hears(event: string, payload: Any): Promise<void> {
  await act(async () => {
    listeners.get(event)?.(payload);
    await settle();
  });
}

async function doing(what: () => unknown): Promise<void> {
  await act(async () => {
    what();
    await settle();
  });
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
async function leave(name: string, words: string): Promise<void> {
  await doing(() => fireEvent.input(screen.getByLabelText(name), { target: { value: words } }));
  await doing(() => fireEvent.blur(screen.getByLabelText(name)));
}

describe("planned and reached", () => {
  it("shows the plan as it was when the step opened", async () => {
    const facts = step("evaluation", { settings: { part: "facts", champions: { m: "Aya" } } });
    await opens({ activity: { s: facts }, measure: { m: MEASURE } });
    expect(screen.getByText("Aya")).toBeTruthy();
    expect(screen.getByText("4 full jobs · from 0")).toBeTruthy();
    expect(screen.queryByText("Month of that effect")).toBeNull();
    expect(screen.getByText(/Taken over from Planning day/)).toBeTruthy();
  });

  it("sends each answer by itself, and shows it while it is on its way", async () => {
    answers = false;
    await opens({ activity: { s: step("evaluation") }, measure: { m: MEASURE } }, { measure: { m: { id: "m" } } });
    await doing(() => fireEvent.click(button("Craft centre")));
    await leave("Reached: Jobs", "3");
    expect(commands.map(({ verb, args }) => [verb, args])).toEqual([
      ["measure.report", { activity: "s", measure: "m", line: "jobs", value: "3" }],
    ]);
    expect(screen.getByText("Saving …")).toBeTruthy();
    await doing(() => fireEvent.click(button("Back to all measures")));
    await doing(() => fireEvent.click(button("Craft centre")));
    expect((screen.getByLabelText("Reached: Jobs") as HTMLInputElement).value).toBe("3");
  });

  it("lets another phone read only, until it takes the measure", async () => {
    await opens({ activity: { s: step("evaluation") }, measure: { m: MEASURE } });
    expect(screen.queryByLabelText("Reached: Jobs")).toBeNull();
    await doing(() => fireEvent.click(button("Fill it in here: Craft centre")));
    expect(commands.map(({ verb }) => verb)).toEqual(["measure.take"]);
  });

  it("takes nothing once the step is over", async () => {
    const over = step("evaluation", { phase: "confirmed" });
    await opens({ activity: { s: over }, measure: { m: MEASURE } }, { measure: { m: { id: "m" } } });
    expect(screen.queryByRole("button", { name: /Fill it in here/ })).toBeNull();
    expect(screen.getByText("What was found")).toBeTruthy();
  });
});

describe("the check", () => {
  const check = step("evaluation", { settings: { part: "check", time: "T12" } });
  const checked = { ...MEASURE, checks: { T12: { Q1: "yes", Q2: "yes", Q2_word: "the co-op", verdict: "not_verified" } } };

  it("counts an answer without proof as not verified, and says so where it is given", async () => {
    await opens({ activity: { s: check }, measure: { m: checked } });
    const told = screen.getAllByRole("definition").map((dd) => dd.textContent);
    expect(told.slice(0, 2)).toEqual(["not verified", "yes · the co-op"]);
    expect(screen.getByText("No rate yet · checked 0 of 1")).toBeTruthy();
    cleanup();
    await opens({ activity: { s: check }, measure: { m: checked } }, { measure: { m: { id: "m" } } });
    await doing(() => fireEvent.click(button("Craft centre")));
    expect(screen.getAllByText("counts once it has a word of proof")).toHaveLength(1);
  });

  it("tells jobs in figures, with a comma too, and nothing that is none", async () => {
    await opens({ activity: { s: check }, measure: { m: checked } }, { measure: { m: { id: "m" } } });
    await doing(() => fireEvent.click(button("Craft centre")));
    await leave("Full jobs today", "2,5");
    await leave("Firms today", "some");
    expect(commands.map(({ args }) => args.answers)).toEqual([{ Q5_jobs: "2.5" }]);
  });
});

describe("what a measure was worth", () => {
  const worth = step("evaluation", { settings: { part: "worth", time: "T12" } });

  it("shows what is on its way where it is given, and asks nothing that is the office's to say", async () => {
    answers = false;
    await opens({ activity: { s: worth }, measure: { m: MEASURE } }, { measure: { m: { id: "m" } } });
    await doing(() => fireEvent.click(button("Craft centre")));
    const users = () => screen.getAllByLabelText("Users")[2] as HTMLSelectElement;
    await doing(() => fireEvent.change(users(), { target: { value: "3.5" } }));
    expect(commands.map(({ verb, args }) => [verb, args.answers])).toEqual([["measure.check", { goals_users: "3.5" }]]);
    expect(users().value).toBe("3.5");
    await doing(() => fireEvent.click(button("Back to all measures")));
    await doing(() => fireEvent.click(button("Craft centre")));
    expect(users().value).toBe("3.5");
    expect(screen.queryAllByLabelText("Office")).toEqual([]);
  });
});

describe("stories", () => {
  const fill = (name: string, words: string) =>
    doing(() => fireEvent.input(screen.getByLabelText(name), { target: { value: words } }));

  it("needs a reason and a word on what may be told, and keeps a draft", async () => {
    await opens({ activity: { s: step("stories") } });
    await doing(() => fireEvent.click(button("Write a story")));
    await fill("In a few words", "Milk in winter");
    await fill("What changed?", "We sell all year");
    await doing(() => fireEvent.click(button("Hand it in")));
    expect(commands).toEqual([]);
    await doing(() => fireEvent.click(button("Leave as it is")));
    await doing(() => fireEvent.click(button("Write a story")));
    expect((screen.getByLabelText("In a few words") as HTMLInputElement).value).toBe("Milk in winter");
    await fill("Why does it matter?", "Children eat");
    await doing(() => fireEvent.click(screen.getByLabelText("To everybody")));
    answers = false;
    await doing(() => fireEvent.click(button("Hand it in")));
    expect(commands[0]?.verb).toBe("story.write");
    expect(commands[0]?.args).toMatchObject({ title: "Milk in winter", why: "Children eat", consent: "public", verify: false });
    expect(screen.queryByRole("button", { name: "Write a story" })).toBeNull();
  });

  it("shows the stories of all once they are turned, the picked one marked", async () => {
    const card = { activity: "s", position: 1, cluster: null, tags: {}, merged_into: null };
    const story = { what: "We sell", whom: "", why: "Children eat", consent: "public", verify: true };
    const cards = {
      a: { ...card, id: "a", text: "Milk", story, pinned: true },
      b: { ...card, id: "b", text: "Road", story: { ...story, consent: "none" }, pinned: false },
    };
    await opens({ activity: { s: step("stories", { phase: "revealed" }) }, card: cards });
    expect(screen.getByText("picked by the room")).toBeTruthy();
    expect(screen.getByText("for everybody · facts to verify")).toBeTruthy();
    expect(screen.getByText(/stays in this room/)).toBeTruthy();
  });
});
