/** The phone put together: board, link, outbox, ballots, drafts and words, and who tells whom. */

import { Ballots } from "../../shared/web/front/ballots";
import { Board } from "../../shared/web/front/board";
import { Clock } from "../../shared/web/front/clock";
import { type Translate, translator } from "../../shared/web/front/i18n";
import { hex128 } from "../../shared/web/front/ids";
import { Link, type Plain, type Wire } from "../../shared/web/front/link";
import { type Item, Outbox } from "../../shared/web/front/outbox";
import type { Answer, Phase, Seat } from "../../shared/web/front/records";
import { workshopOf } from "../../shared/web/front/select";
import type { Shelf } from "../../shared/web/front/shelf";
import { spokenIn } from "../../shared/web/front/spoken";
import { realTimers, type Timers } from "../../shared/web/front/timers";
import type { Boot } from "./boot";
import { Drafts } from "./drafts";
import { Later, type Parcel } from "./later";
import { Settings } from "./settings";
import { Signals } from "./signals";
import { Speech } from "./speech";
import { Typing } from "./typing";

/** Verbs whose effect comes back as what is mine; the others' comes with the board. */
const OWN_VERBS = new Set(["card.add", "card.reword", "card.withdraw", "seat.change"]);
/** Verbs whose effect is on the board, and that it is one's own in what is mine. */
const BOTH_VERBS = new Set(["measure.sketch", "measure.take", "pledge.write", "voice.give", "reading.mark"]);

export type Ask = (path: string, body: Record<string, unknown>) => Promise<Answer>;

export interface Ends {
  shelf: Shelf;
  /** Keeps at once, even while the page is left; for what is being typed. */
  quick?: Shelf;
  wire: Wire;
  plain?: Plain;
  /** Asks the server for what is this seat's alone and is not kept. */
  ask?: Ask;
  root: HTMLElement;
  /** Brings what comes after the first page. */
  later?: () => Promise<Parcel>;
  timers?: Timers;
}

export class App {
  readonly board: Board;
  readonly clock: Clock;
  readonly link: Link;
  readonly outbox: Outbox;
  readonly ballots: Ballots;
  readonly drafts: Drafts;
  readonly settings: Settings;
  readonly speech: Speech;
  readonly typing: Typing;
  readonly signals: Signals;
  readonly later: Later;
  readonly t: Translate;
  readonly timers: Timers;
  /** Decides the order of options on this phone; kept, so that a reload keeps the order. */
  seed = hex128();
  /** False on the first visit, until the person was told which sector they tapped. */
  greeted = true;
  private phases = new Map<string, Phase>();
  private paused = false;

  constructor(
    readonly boot: Boot,
    private readonly ends: Ends,
  ) {
    const timers = ends.timers ?? realTimers;
    this.timers = timers;
    this.board = new Board(spokenIn(boot.language));
    this.t = translator(boot.messages, boot.language);
    this.clock = new Clock(() => timers.now());
    this.link = new Link({
      board: this.board,
      wire: ends.wire,
      clock: this.clock,
      timers,
      own: true,
      ...(ends.plain ? { plain: ends.plain } : {}),
    });
    this.outbox = new Outbox(ends.shelf, this.link.command, timers);
    this.ballots = new Ballots(ends.shelf, this.link.ballot, timers);
    this.drafts = new Drafts(ends.quick ?? ends.shelf, timers);
    this.settings = new Settings(ends.shelf, ends.root);
    this.speech = new Speech(timers);
    this.typing = new Typing(timers);
    this.signals = new Signals({
      board: this.board,
      link: this.link,
      shelf: ends.shelf,
      timers,
      unsent: () => this.unsent(),
      paper: (activity) => this.ballots.get(activity)?.paper,
    });
    this.later = new Later(ends.later ?? (async () => ({ kinds: {}, words: {} })), boot.messages, timers);
  }

  /** Take up what the phone kept and what the page brought, then seek the line. */
  async start(): Promise<void> {
    this.board.listen(() => this.boardChanged());
    this.link.listen(() => this.lineChanged());
    this.outbox.listen(() => this.confirm());
    for (const part of [this.board, this.outbox, this.ballots]) part.listen(() => this.signals.look());
    if (this.boot.snapshot) this.board.snapshot(this.boot.snapshot);
    if (this.boot.mine) this.board.takeMine(this.boot.mine);
    await Promise.all([this.settings.load(), this.drafts.load(), this.signals.load(), this.loadMemory()]);
    await Promise.all([this.outbox.load(), this.ballots.load()]);
    this.link.start();
    this.later.soon();
  }

  /** Call `listener` whenever there may be something new to show. */
  listen(listener: () => void): () => void {
    const stops = [this.board, this.link, this.outbox, this.ballots, this.typing, this.later, this.signals].map((part) =>
      part.listen(listener),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }

  get shelf(): Shelf {
    return this.ends.shelf;
  }

  get ask(): Ask {
    return this.ends.ask ?? (() => Promise.reject(new Error("nobody to ask")));
  }

  do(verb: string, args: Record<string, unknown>): Promise<string> {
    return this.outbox.add(verb, args);
  }

  /** Speak another language from now on: the seat keeps it, then the page is loaded anew in it. */
  async speak(language: string): Promise<void> {
    this.drafts.flush();
    const id = await this.do("seat.change", { language });
    const reload = () => {
      const item = this.outbox.list().find((other) => other.id === id);
      if (item && item.state !== "saved" && item.state !== "refused") return;
      stop();
      this.ends.root.ownerDocument.location.reload();
    };
    const stop = this.outbox.listen(reload);
    reload();
  }

  /** The device may have slept: look whether the line stands, and send what waits. */
  wake(): void {
    this.link.wake();
    void this.later.again();
    if (this.link.downSince === null) this.kick();
  }

  /** The person was told that they are in. */
  async greet(): Promise<void> {
    this.greeted = true;
    await this.ends.shelf.set("memory/greeted", true).catch(() => undefined);
  }

  seat(): Seat | undefined {
    return Object.values(this.board.mine?.records.seat ?? {})[0];
  }

  /** How many cards, moves and ballots are on this phone only. */
  unsent(): number {
    return this.outbox.list().filter((item) => item.state !== "saved" && item.state !== "refused").length + this.ballots.unsent();
  }

  private boardChanged(): void {
    this.confirm();
    const paused = workshopOf(this.board)?.paused ?? false;
    if (this.paused && !paused) this.kick();
    this.paused = paused;
    for (const activity of this.board.all("activity")) {
      const before = this.phases.get(activity.id);
      if (before && before !== "draft" && before !== "open" && activity.phase === "open") this.ballots.again(activity.id);
      this.phases.set(activity.id, activity.phase);
    }
  }

  private lineChanged(): void {
    if (this.link.state !== "live" && this.link.state !== "plain") return;
    this.kick();
    this.signals.again();
  }

  private kick(): void {
    this.outbox.kick();
    this.ballots.kick();
  }

  private confirm(): void {
    const { board } = this;
    this.outbox.confirm((item: Item) => {
      const own = board.mine?.version ?? -1;
      const mine = OWN_VERBS.has(item.verb) || item.verb.startsWith("interview.");
      const seen = BOTH_VERBS.has(item.verb) ? Math.min(own, board.version) : mine ? own : board.version;
      return (item.version ?? 0) <= seen;
    });
  }

  private async loadMemory(): Promise<void> {
    const { shelf } = this.ends;
    const kept = await shelf.all("memory/");
    const seed = kept.get("memory/seed");
    this.greeted = kept.has("memory/greeted");
    if (typeof seed === "string") this.seed = seed;
    else await shelf.set("memory/seed", this.seed).catch(() => undefined);
  }
}
