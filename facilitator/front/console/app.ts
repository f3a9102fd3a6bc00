/** The console put together: what it knows, how it acts, and what is only this screen's own. */

import { signal } from "@preact/signals";
import { Board } from "../../../shared/web/front/board";
import { Clock } from "../../../shared/web/front/clock";
import { type Translate, translator } from "../../../shared/web/front/i18n";
import { Link, type Wire } from "../../../shared/web/front/link";
import { realTimers, type Timers } from "../../../shared/web/front/timers";
import { Drafts } from "./drafts";
import { Grace } from "./grace";
import { Placements } from "./placements";
import { Prefs } from "./prefs";
import { Sender } from "./sender";
import { Toasts } from "./toasts";

export interface Boot {
  surface: string;
  language: string;
  workshop: string;
  code: string;
  name: string;
  messages: Record<string, string>;
  /** How to lead the steps of this agenda. */
  guides?: Record<string, string>;
  urls: {
    home: string;
    prepare: string;
    settings: string;
    minutes: string;
    findings: string;
    history: string;
    list: string;
    groups: string;
    twins: string;
    former: string;
    /** The phone's page of an open vote, with STEP for the step's id, to mark a ballot on paper. */
    sheet: string;
    ballots: string;
    /** The guide of interviews to print, with STEP for the step's id; consoles only. */
    guide?: string;
    projector: string;
    join: string;
    join_qr: string;
    wifi_qr: string;
  };
}

const CATCHING_UP_MS = 5000;

export type Tab = "inbox" | "twins" | "notes" | "guide" | "people" | "history";

export class App {
  readonly board = new Board();
  readonly clock: Clock;
  readonly link: Link;
  readonly t: Translate;
  readonly prefs: Prefs;
  readonly toasts: Toasts;
  readonly sender: Sender;
  readonly placements: Placements;
  readonly drafts: Drafts;
  readonly grace: Grace;
  /** Counts what was told by the board, the line and the rest; who reads it draws anew with each. */
  readonly news = signal(0);
  /** The cards that are chosen to be put together, in the order of choosing. */
  readonly chosen = signal<readonly string[]>([]);
  readonly tab = signal<Tab>("notes");
  /** The card whose menu is open. */
  readonly cardMenu = signal<string | null>(null);
  /** The card whose words are being changed. */
  readonly editing = signal<string | null>(null);
  /** The vote without its quorum that is about to be agreed on. */
  readonly agreeing = signal<string | null>(null);
  /** The card that is being made a finding of. */
  readonly promoting = signal<string | null>(null);
  /** The versions whose undoing was refused: the button offers the act before them. */
  readonly stuck = signal<ReadonlySet<number>>(new Set());

  constructor(
    readonly boot: Boot,
    open: () => Wire,
    readonly timers: Timers = realTimers,
    storage?: Storage,
  ) {
    this.t = translator({ ...boot.messages, ...boot.guides }, boot.language);
    this.clock = new Clock(() => timers.now());
    this.prefs = new Prefs(storage);
    this.toasts = new Toasts(timers);
    this.link = new Link({
      board: this.board,
      wire: open(),
      clock: this.clock,
      timers,
      hello: () => ({ event: "follow", payload: { workshop: boot.workshop } }),
    });
    this.sender = new Sender(this.link, timers);
    this.placements = new Placements(this.board);
    this.drafts = new Drafts(this, storage);
    this.grace = new Grace(this);
    for (const source of [this.board, this.link, this.sender, this.placements, this.drafts]) {
      source.listen(() => {
        this.news.value += 1;
      });
    }
  }

  start(): void {
    this.link.start();
  }

  /** Act; tell in a toast what went wrong, or `done` with a way back. Answers whether it was taken. */
  async act(verb: string, args: Record<string, unknown>, done?: string): Promise<boolean> {
    const answer = await this.sender.send(verb, args);
    if (!answer.ok) {
      this.toasts.warn(answer.code === "no_line" ? this.t("console.toast.no_line") : answer.message);
      return false;
    }
    if (done) this.toasts.say(done, [answer.version ?? 0]);
    return true;
  }

  /** Undo a change; one that cannot be undone is told and passed over from then on. */
  async undo(version: number): Promise<boolean> {
    this.stuck.value = new Set([...this.stuck.value, version]);
    const answer = await this.sender.send("undo", { version });
    const lasting = !answer.ok && !answer.retry && answer.code !== "no_line";
    if (!lasting) this.stuck.value = new Set([...this.stuck.value].filter((other) => other !== version || answer.ok));
    if (!answer.ok) this.toasts.warn(answer.code === "no_line" ? this.t("console.toast.no_line") : answer.message);
    return answer.ok;
  }

  /** Go on once all that was sent is answered and shown: what is "the last act" is not known before. */
  whenCaughtUp(act: () => void): void {
    const { board, sender } = this;
    const ready = () => sender.pending === 0 && board.version >= sender.version;
    if (ready()) {
      act();
      return;
    }
    const look = () => {
      if (!ready()) return;
      for (const stop of stops) stop();
      act();
    };
    const stops = [board.listen(look), sender.listen(look)];
    stops.push(
      this.timers.after(CATCHING_UP_MS, () => {
        for (const stop of stops) stop();
      }),
    );
  }

  choose(card: string): void {
    const now = this.chosen.value;
    this.chosen.value = now.includes(card) ? now.filter((other) => other !== card) : [...now, card];
  }
}

export function readBoot(page: Document = document): Boot {
  return JSON.parse(page.getElementById("boot")?.textContent ?? "{}") as Boot;
}
