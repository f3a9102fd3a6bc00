/**
 * Notes as they are typed: kept on this device at each letter, sent when the typing rests, and never laid over what
 * somebody else wrote meanwhile.
 */

import type { Note } from "../../../shared/web/front/records";
import type { App } from "./app";
import { reachable } from "./prefs";

const BESIDE = ["who", "due", "office", "reasons", "dissent"] as const;
export type Beside = (typeof BESIDE)[number];
export type Words = Pick<Note, "type" | "text" | "activity" | Beside>;

/** The fields that a note has beside its text; as in shared/domain/notes.py. */
export const FIELDS: Record<Note["type"], readonly Beside[]> = {
  note: [],
  decision: ["reasons", "dissent"],
  task: ["who", "due"],
  advocacy: ["office", "who", "due"],
  question: [],
  summary: [],
  private: [],
};

/** Words of a type that nobody has written yet. */
export function blank(type: Note["type"], activity: string | null): Words {
  return { type, text: "", activity, who: "", due: "", office: "", reasons: "", dissent: "" };
}

export type DraftState = "saved" | "typing" | "sending" | "unsent" | "conflict" | "refused";

interface Draft {
  words: Words;
  /** What the board held when the typing began; null: there was no such note. */
  base: string | null;
  /** The words that stood there then. */
  over: string;
  state: DraftState;
  message?: string;
}

const REST_MS = 900;
const RETRY_MS = 3000;

export class Drafts {
  private drafts = new Map<string, Draft>();
  private listeners = new Set<() => void>();
  private callOffs = new Map<string, () => void>();

  constructor(
    private readonly app: App,
    private readonly storage: Storage | undefined = reachable(),
  ) {
    this.load();
    app.link.listen(() => {
      if (app.link.state === "live") for (const [id, draft] of this.drafts) if (draft.state === "unsent") void this.send(id);
    });
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What to show of a note, and how safe it is. */
  of(id: string): { words: Words | undefined; state: DraftState; message?: string } {
    const draft = this.drafts.get(id);
    if (draft) return draft;
    return { words: this.app.board.get("note", id), state: "saved" };
  }

  /** The notes that exist only here so far, of a step. */
  fresh(activity: string | null): string[] {
    return [...this.drafts]
      .filter(([id, d]) => d.words.activity === activity && !this.app.board.get("note", id))
      .map(([id]) => id);
  }

  type(id: string, words: Words): void {
    const known = this.drafts.get(id);
    const now = this.app.board.get("note", id);
    const { base, over } = known ?? { base: fingerprint(now), over: now?.text ?? "" };
    this.set(id, { words, base, over, state: known?.state === "conflict" ? "conflict" : "typing" });
    if (this.drafts.get(id)?.state !== "conflict") this.soon(id, REST_MS);
  }

  /** Send at once: the box has lost the focus. */
  flush(id: string): void {
    if (this.drafts.get(id)?.state === "typing") void this.send(id);
  }

  /** After somebody else changed it: keep these words, or take theirs. */
  settle(id: string, mine: boolean): void {
    const draft = this.drafts.get(id);
    if (!draft) return;
    if (!mine) {
      this.drop(id);
      return;
    }
    const now = this.app.board.get("note", id);
    this.set(id, { ...draft, base: fingerprint(now), over: now?.text ?? "", state: "typing" });
    void this.send(id);
  }

  drop(id: string): void {
    this.callOffs.get(id)?.();
    this.drafts.delete(id);
    this.keep();
    this.tell();
  }

  private async send(id: string): Promise<void> {
    const draft = this.drafts.get(id);
    if (!draft || draft.state === "sending" || draft.state === "conflict") return;
    const now = this.app.board.get("note", id);
    if (fingerprint(now) === print(draft.words) || (!now && !draft.words.text.trim())) {
      this.drop(id);
      return;
    }
    if (fingerprint(now) !== draft.base) {
      this.set(id, { ...draft, state: "conflict" });
      return;
    }
    const sent = draft.words;
    this.set(id, { ...draft, state: "sending" });
    const answer = await this.app.sender.send("note.write", { note: id, ...essence(sent), over: draft.over });
    const after = this.drafts.get(id);
    if (!after) return;
    if (!answer.ok && answer.code === "conflict") {
      this.set(id, { ...after, state: "conflict" });
    } else if (!answer.ok) {
      this.set(id, { ...after, state: answer.retry ? "unsent" : "refused", message: answer.message });
      if (answer.retry) this.soon(id, RETRY_MS);
    } else if (after.words === sent) {
      this.whenShown(id, answer.version ?? 0);
    } else {
      this.set(id, { ...after, base: print(sent), over: sent.text, state: "typing" });
      this.soon(id, REST_MS);
    }
  }

  /** Let the draft go once the board shows what was sent. */
  private whenShown(id: string, version: number): void {
    const { board } = this.app;
    if (board.version >= version) {
      this.drop(id);
      return;
    }
    const stop = board.listen(() => {
      if (board.version < version) return;
      stop();
      if (this.drafts.get(id)?.state === "sending") this.drop(id);
    });
  }

  private soon(id: string, ms: number): void {
    this.callOffs.get(id)?.();
    this.callOffs.set(
      id,
      this.app.timers.after(ms, () => void this.send(id)),
    );
  }

  private set(id: string, draft: Draft): void {
    this.drafts.set(id, draft);
    this.keep();
    this.tell();
  }

  private get shelf(): string {
    return `led/notes/${this.app.boot.workshop}`;
  }

  private keep(): void {
    try {
      if (this.drafts.size) this.storage?.setItem(this.shelf, JSON.stringify([...this.drafts]));
      else this.storage?.removeItem(this.shelf);
    } catch {
      // Storage is full or forbidden: the words live on in this page.
    }
  }

  /** Take up what an earlier page could not send. */
  private load(): void {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(this.shelf) ?? "[]");
      for (const [id, draft] of kept as [string, Draft][]) {
        this.drafts.set(id, { ...draft, state: "unsent" });
        this.soon(id, RETRY_MS);
      }
    } catch {
      // Nothing that could be read.
    }
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}

function essence(note: Words): Words {
  const words = blank(note.type, note.activity);
  words.text = note.text;
  for (const name of FIELDS[note.type]) words[name] = note[name] ?? "";
  return words;
}

function fingerprint(note: Note | undefined): string | null {
  return note ? print(note) : null;
}

/** The desk tidies blanks; words that differ in nothing else are the same. */
function print(note: Words): string {
  const tidy = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();
  return JSON.stringify([note.type, tidy(note.text), note.activity, ...FIELDS[note.type].map((name) => tidy(note[name] ?? ""))]);
}
