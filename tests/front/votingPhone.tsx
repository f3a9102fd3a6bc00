/** A phone in a workshop whose one step is a vote about choices of its own. */

import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { App } from "../../participant/front/app";
import { LATER } from "../../participant/front/kinds/later";
import { AppContext } from "../../participant/front/view";
import { Phone } from "../../participant/front/views/Phone";
import type { Ballot } from "../../shared/web/front/records";
import { memoryShelf } from "../../shared/web/front/shelf";
import { messages } from "./catalogue";
import { Desk, HandTimers, settle } from "./world";

// biome-ignore lint/suspicious/noExplicitAny: payloads of any event
type Any = any;

export class VotingPhone {
  ballots: Ballot[] = [];
  private readonly desk = new Desk();
  private readonly listeners = new Map<string, (payload?: Any) => void>();
  private readonly shelf = memoryShelf(new Map());
  private version = 0;
  private app: App | null = null;

  constructor(
    private readonly kind: string,
    private readonly choices: string[],
    private readonly settings: Record<string, unknown> = {},
  ) {}

  /** Open the page, or open it again: what was kept is kept. */
  async opens(values: Record<string, unknown> = {}): Promise<void> {
    window.scrollTo = () => undefined;
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
      shelf: { ...this.shelf, kind: "indexeddb" },
      wire: this.wire() as Any,
      root: document.documentElement,
      timers: new HandTimers(),
      later: async () => ({ kinds: LATER, words: {} }),
    });
    this.app = app;
    await app.start();
    render(
      <AppContext.Provider value={app}>
        <Phone />
      </AppContext.Provider>,
    );
    await this.hears("snapshot", { version: this.version, records: this.records(values), now: 0 });
  }

  /** Load the page anew: what is typed is kept as it goes. */
  async reloads(values: Record<string, unknown> = {}): Promise<void> {
    this.app?.drafts.flush();
    cleanup();
    await this.opens(values);
  }

  async seesTheStep(values: Record<string, unknown>): Promise<void> {
    this.version += 1;
    const put = { activity: this.records(values).activity };
    await this.hears("changes", { from: this.version - 1, to: this.version, put, now: 0 });
  }

  /** Tap the only thing of this name, or the one in the place that is said. */
  async taps(name: string | RegExp, role = "button", place?: number): Promise<void> {
    await act(async () => {
      const found = place === undefined ? screen.getByRole(role, { name }) : screen.getAllByRole(role, { name })[place];
      fireEvent.click(found as HTMLElement);
      await settle();
    });
  }

  get papers(): unknown[] {
    return this.ballots.map((ballot) => ballot.paper);
  }

  private async hears(event: string, payload: unknown): Promise<void> {
    await act(async () => {
      this.listeners.get(event)?.(payload);
      await settle();
    });
  }

  private records(values: Record<string, unknown>): Any {
    return {
      workshop: { w: { id: "w", code: "ABC234", title: "Day", place: "", now: "v", paused: false, timer: null, ended_at: null } },
      activity: {
        v: {
          ...{ id: "v", kind: this.kind, title: "Vote", question: "Which?", position: 1, phase: "open", source: null },
          options: this.choices.map((_, i) => `own-${i + 1}`),
          settings: { about: "own", choices: this.choices, secret: true, ...this.settings },
          ...values,
        },
      },
    };
  }

  private wire() {
    return {
      connected: true,
      on: (event: string, listener: Any) => void this.listeners.set(event, listener),
      emit: (event: string, payload: Any, ack: (answer: unknown) => void) => {
        if (event !== "ballot") return;
        this.ballots.push(payload);
        ack(this.desk.ballot(payload));
      },
      connect: () => this.listeners.get("connect")?.(),
      disconnect: () => undefined,
    };
  }
}
