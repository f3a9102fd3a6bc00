/**
 * A phone on trial: in the facilitator's preparation, with a board that is handed to it, no line, and nothing kept. Or a sheet
 * of paper: what is marked on it is handed to the console around.
 */

import type { Wire } from "../../shared/web/front/link";
import type { Ballot, Mine, Snapshot } from "../../shared/web/front/records";
import { memoryShelf, type Shelf } from "../../shared/web/front/shelf";

const HEARTBEAT_MS = 5000;

interface Trial {
  snapshot: Snapshot;
  mine: Mine;
}

/** A shelf for as long as the page stands; it does not warn that it forgets, for there is nothing to lose. */
export function trialShelf(): Shelf {
  return { ...memoryShelf(new Map([["memory/greeted", true]])), kind: "localstorage" };
}

/** A line that always stands, hears of the page around it, and takes nothing: each message is answered with `words`. A `sheet` takes its ballot. */
export class TrialWire implements Wire {
  connected = false;
  private listeners = new Map<string, (heard: unknown) => void>();
  private version = 0;

  constructor(
    private readonly words: string,
    private readonly sheet = false,
    private readonly page: Window = window,
  ) {
    page.addEventListener("message", (event: MessageEvent) => this.hear(event));
    setInterval(() => this.tell("heartbeat", { version: this.version, now: Date.now() }), HEARTBEAT_MS);
  }

  on(event: string, listener: (heard: unknown) => void): void {
    this.listeners.set(event, listener);
  }

  emit(event: string, payload: unknown, answer?: (answer: unknown) => void): void {
    if (this.sheet && event === "ballot") {
      const { activity, paper } = payload as Ballot;
      this.page.parent.postMessage({ activity, paper }, this.page.location.origin);
      answer?.({ ok: true, version: this.version });
      return;
    }
    answer?.({ ok: false, code: "not_allowed", message: this.words, retry: false });
  }

  connect(): void {
    this.connected = true;
    this.tell("connect", undefined);
    this.page.parent.postMessage("ready", this.page.location.origin);
  }

  disconnect(): void {
    this.connected = false;
  }

  private hear(event: MessageEvent): void {
    if (event.origin !== this.page.location.origin || event.source !== this.page.parent) return;
    const { snapshot, mine } = event.data as Trial;
    if (!snapshot) return;
    this.version = snapshot.version;
    this.tell("connect", undefined); // as after a reload: what is handed over holds, whatever was there
    this.tell("snapshot", snapshot);
    this.tell("mine", mine);
  }

  private tell(event: string, heard: unknown): void {
    this.listeners.get(event)?.(heard);
  }
}
