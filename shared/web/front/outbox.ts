/**
 * Commands on their way. Each is kept on the device before it shows as on its way, goes out under one id on every try,
 * one at a time and in order, and leaves only when the desk has taken it or its author lets it go.
 */

import { hex128 } from "./ids";
import type { Answer, Command } from "./records";
import type { Shelf } from "./shelf";
import { backOff, realTimers, type Timers } from "./timers";

/**
 * keeping: not yet on the shelf · sending: on its way · waiting: not sent yet, will be tried again ·
 * saved: taken, shown until the board says so too · refused: stays until its author acts.
 */
export type ItemState = "keeping" | "sending" | "waiting" | "saved" | "refused";

export interface Item extends Command {
  state: ItemState;
  /** Orders the items; the time at which it was made, made unique. */
  made: number;
  tries: number;
  /** The board's version with this command in it, once saved. */
  version?: number;
  answer?: Answer;
  code?: string;
  message?: string;
}

/** Send one command; reject where nothing can be said about its fate. */
export type Send = (command: Command) => Promise<Answer>;

export const ACK_TIMEOUT_MS = 5000;
const PREFIX = "out/";

export class Outbox {
  private items: Item[] = [];
  private flying: string | null = null;
  private callOff: (() => void) | null = null;
  private listeners = new Set<() => void>();
  private lastMade = 0;
  /** False once a shelf has refused an item, or where there is only memory: the person is told. */
  safe: boolean;

  constructor(
    private readonly shelf: Shelf,
    private readonly send: Send,
    private readonly timers: Timers = realTimers,
  ) {
    this.safe = shelf.kind !== "memory";
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** All items, oldest first. Items are replaced, never changed in place. */
  list(): readonly Item[] {
    return this.items;
  }

  /** How many words are not with the server. */
  unsent(): number {
    return this.items.filter((item) => item.state !== "saved").length;
  }

  /** Take up what an earlier page left. */
  async load(): Promise<void> {
    const kept = [...(await this.shelf.all(PREFIX)).values()].filter(isItem);
    const known = new Set(this.items.map((item) => item.id));
    const taken = kept
      .filter((item) => !known.has(item.id))
      .map((item): Item => (item.state === "refused" ? item : { ...item, state: "waiting" }));
    this.items = [...taken, ...this.items].sort((a, b) => a.made - b.made);
    this.lastMade = Math.max(this.lastMade, ...this.items.map((item) => item.made));
    this.tell();
    this.kick();
  }

  /** Put a command in; it is kept first and then sent. Answers with its id. */
  async add(verb: string, args: Record<string, unknown>): Promise<string> {
    this.lastMade = Math.max(this.timers.now(), this.lastMade + 1);
    const item: Item = { id: hex128(), verb, args, state: "keeping", made: this.lastMade, tries: 0 };
    this.items = [...this.items, item];
    this.tell();
    try {
      await this.keep(item);
    } catch {
      this.safe = false;
    }
    this.set(item.id, { state: "waiting" });
    this.kick();
    return item.id;
  }

  /** Let an item go: its author wants it so. False where it is too late, for it is on its way. */
  async drop(id: string): Promise<boolean> {
    if (this.flying === id) return false;
    this.items = this.items.filter((item) => item.id !== id);
    this.tell();
    await this.forget(id);
    return true;
  }

  /** Let go the saved items that the board shows by now. */
  confirm(shown: (item: Item) => boolean): void {
    const rest = this.items.filter((item) => item.state !== "saved" || !shown(item));
    if (rest.length === this.items.length) return;
    this.items = rest;
    this.tell();
  }

  /** Try at once: the line is back, or the person asks for it. */
  kick(): void {
    this.callOff?.();
    this.callOff = null;
    this.next();
  }

  private next(): void {
    if (this.flying || this.callOff) return;
    const head = this.items.find((item) => item.state === "waiting" || item.state === "keeping");
    if (!head || head.state === "keeping") return;
    this.flying = head.id;
    this.set(head.id, { state: "sending", tries: head.tries + 1 });
    const { id, verb, args } = head;
    const stop = this.timers.after(ACK_TIMEOUT_MS, () => this.failed(id));
    this.send({ id, verb, args }).then(
      (answer) => {
        stop();
        this.settle(id, answer);
      },
      () => {
        stop();
        this.failed(id);
      },
    );
  }

  /** An answer counts whenever it comes, after the time-out too. */
  private settle(id: string, answer: Answer): void {
    const item = this.find(id);
    if (!item || item.state === "saved" || item.state === "refused") return;
    if (answer.ok) {
      this.set(id, { state: "saved", answer, version: answer.version ?? 0 });
      void this.forget(id);
    } else if (answer.retry || answer.code === "not_joined") {
      this.failed(id, answer.retry_after); // a seat may be restored, or its cookie come back
      return;
    } else {
      const refused = { ...item, state: "refused" as const, code: answer.code, message: answer.message };
      this.set(id, refused);
      void this.keep(refused).catch(() => undefined);
    }
    if (this.flying === id) this.flying = null;
    this.kick();
  }

  private failed(id: string, after?: number): void {
    if (this.flying !== id) return;
    this.flying = null;
    const item = this.find(id);
    if (item) this.set(id, { state: "waiting" });
    const wait = Math.max(backOff(item?.tries ?? 1, this.timers.random()), (after ?? 0) * 1000);
    this.callOff?.();
    this.callOff = this.timers.after(wait, () => {
      this.callOff = null;
      this.next();
    });
  }

  private find(id: string): Item | undefined {
    return this.items.find((item) => item.id === id);
  }

  private set(id: string, values: Partial<Item>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...values } : item));
    this.tell();
  }

  private async keep(item: Item): Promise<void> {
    await this.shelf.set(PREFIX + item.id, item);
  }

  private async forget(id: string): Promise<void> {
    await this.shelf.delete(PREFIX + id).catch(() => undefined);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function isItem(value: unknown): value is Item {
  const item = value as Item | null;
  return typeof item === "object" && item !== null && typeof item.id === "string" && typeof item.verb === "string";
}
