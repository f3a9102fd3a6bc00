/** A phone in a sorting of four cards, its line in hand. */

import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach } from "vitest";
import { App } from "../../participant/front/app";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Answer, Ballot, Card } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

export const pile = (id: string, title: string, position: number) => ({
  id,
  activity: "sort",
  title,
  short: title,
  position,
  pictogram: "",
  aside: false,
});
export const card = (id: string, values: Partial<Card> = {}) => ({
  id,
  activity: "write",
  text: `Card ${id}`,
  position: Number(id.slice(1)),
  cluster: null,
  tags: {},
  merged_into: null,
  verdict: {},
  ...values,
});
export const step = (id: string, kind: string, position: number, values = {}) => ({
  id,
  kind,
  title: id,
  question: "",
  position,
  minutes: 1,
  phase: "open",
  settings: {},
  source: null,
  options: [],
  started_at: 1,
  ended_at: null,
  ...values,
});

/** What the phone keeps, what it has sent and asked, and what it is answered. */
export const line = {
  shelf: new Map<string, unknown>(),
  ballots: [] as Ballot[],
  asked: [] as Any[],
  dealt: [] as string[],
  answer: async (answer: Any): Promise<Answer> => answer,
  version: 1,
};
let listeners: Map<string, (payload?: Any) => void>;

beforeEach(() => {
  line.shelf = new Map();
  line.ballots = [];
  line.asked = [];
  line.dealt = ["c1", "c2", "c3"];
  line.answer = async (answer) => answer;
  line.version = 1;
  window.scrollTo = () => undefined;
});
afterEach(cleanup);

export async function opens(clusters = [pile("a", "Roads", 1), pile("b", "Energy", 2)], hands = "shares"): Promise<void> {
  listeners = new Map();
  const wire = {
    connected: false,
    on: (event: string, listener: Any) => void listeners.set(event, listener),
    emit: (event: string, payload: Any, ack: (answer: unknown) => void) => {
      if (event !== "ballot") return;
      line.ballots.push(payload);
      ack({ ok: true, version: line.version });
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
    shelf: { ...memoryShelf(line.shelf), kind: "indexeddb" },
    wire: wire as Any,
    root: document.documentElement,
    timers: new HandTimers(),
    later: async () => ({ kinds: LATER, words: {} }),
    ask: async (path, body) => {
      line.asked.push([path, body]);
      return line.answer({ ok: true, cards: line.dealt });
    },
  });
  await app.start();
  render(
    <AppContext.Provider value={app}>
      <Phone />
    </AppContext.Provider>,
  );
  const workshop = { id: "w", code: "ABC234", title: "Day", language: "en", languages: ["en"], now: "sort", asks: {} };
  await hears("snapshot", {
    version: line.version,
    now: 0,
    records: {
      workshop: { w: { ...workshop, locked: false, paused: false, timer: null, started_at: 1, ended_at: null } },
      activity: {
        write: step("write", "brainstorm", 1, { phase: "revealed" }),
        sort: step("sort", "cluster", 2, { settings: { hands } }),
      },
      cluster: Object.fromEntries(clusters.map((one) => [one.id, one])),
      card: Object.fromEntries(["c1", "c2", "c3", "c4"].map((id) => [id, card(id)])),
    },
  });
}

export async function hears(event: string, payload: Any): Promise<void> {
  await act(async () => {
    listeners.get(event)?.(payload);
    await settle();
  });
  // The shelf, then the server, then the picture.
  for (let round = 0; round < 3; round += 1) await act(settle);
}

export async function changes(put: Any): Promise<void> {
  line.version += 1;
  await hears("changes", { from: line.version - 1, to: line.version, put, now: 0 });
}

export async function taps(name: string | RegExp): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByRole("button", { name }));
    await settle();
  });
}
