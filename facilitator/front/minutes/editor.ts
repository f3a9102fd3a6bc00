/**
 * A form for one's own words: kept in this browser at each letter, sent when the typing rests, with what its writer had
 * before. Where somebody else wrote meanwhile nothing is sent until its writer has chosen.
 */

import type { Translate } from "../../../shared/web/front/i18n";
import { hex128, newId } from "../../../shared/web/front/ids";
import { backOff, type Timers } from "../../../shared/web/front/timers";
import type { Kept, Values } from "./kept";

export type Send = (url: string, body: unknown) => Promise<Response>;
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Theirs = Values & { base: string };

interface Told {
  ok: boolean;
  base?: string;
  at?: string;
  html?: string;
  message?: string;
  theirs?: Theirs;
}

const REST_MS = 900;
const PREVIEW_MS = 300;

export class Editor {
  /** Something stands here that the server does not have. */
  unsaved = false;
  private readonly box: string;
  private note: string;
  private base: string;
  private theirs: Theirs | undefined;
  private sending = false;
  /** Previews asked for: of answers that overtake each other the last question's counts. */
  private previews = 0;
  private leaving = false;
  private tries = 0;
  /** The last try: sent again under the same id it is done once. */
  private last = { id: "", print: "" };
  private callOff: () => void = () => {};
  private callOffPreview: () => void = () => {};
  private readonly preview = document.createElement("div");

  constructor(
    private readonly form: HTMLFormElement,
    private readonly urls: { keep: string; preview: string; minutes: string },
    private readonly t: Translate,
    private readonly kept: Kept,
    private readonly timers: Timers,
    private readonly send: Send,
  ) {
    this.box = this.field("note").value;
    this.note = this.box;
    this.base = this.field("base").value;
  }

  /** Lay the preview beside the words and take up what an earlier page could not send. */
  start(): void {
    this.preview.className = "preview";
    this.preview.setAttribute("role", "region");
    this.preview.setAttribute("aria-label", this.t("editor.preview"));
    this.form.querySelector(".split:has(textarea[name=text])")?.append(this.preview);
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", () => this.typed());
    this.form.addEventListener("submit", (event) => this.submitted(event));
    this.form.closest("details")?.addEventListener("toggle", () => this.show());
    const draft = this.kept.get(this.box);
    if (draft && print(draft.values) !== print(this.values())) {
      this.note = draft.note;
      this.base = draft.base;
      this.fill(draft.values);
      this.form.closest("details")?.setAttribute("open", "");
      this.typed();
    } else if (draft) {
      this.kept.drop(this.box);
    }
    this.show();
  }

  /** Try again: the network is back. */
  again(): void {
    if (this.unsaved && !this.theirs) this.soon(0);
  }

  private typed(): void {
    if (this.note === "new") this.note = newId();
    const values = this.values();
    const empty = !values.text?.trim();
    this.unsaved = !empty || this.box !== "new";
    if (this.unsaved) this.kept.set(this.box, { note: this.note, base: this.base, values });
    else this.kept.drop(this.box);
    this.say(empty ? "empty" : "typing");
    if (!this.theirs) this.soon(REST_MS);
    this.callOffPreview();
    this.callOffPreview = this.timers.after(PREVIEW_MS, () => void this.show());
  }

  private submitted(event: SubmitEvent): void {
    const act = (event.submitter as HTMLButtonElement | null)?.value ?? "";
    if (act === "remove" || (act === "" && !this.values().text?.trim())) {
      this.kept.drop(this.box); // as a form: it takes the words out
      return;
    }
    const chosen = act === "mine" || act === "theirs" || act === "both";
    if (chosen && !this.theirs) {
      this.kept.drop(this.box); // the page itself came with the choice, and takes it as a form
      return;
    }
    event.preventDefault();
    if (chosen) {
      this.settle(act);
      return;
    }
    this.leaving = true;
    if (this.theirs) this.settle("mine");
    else void this.save();
  }

  private settle(choice: "mine" | "theirs" | "both"): void {
    const theirs = this.theirs;
    if (!theirs) return;
    this.theirs = undefined;
    this.base = theirs.base;
    this.clash("");
    if (choice === "theirs") {
      this.fill(theirs);
      this.field("base").value = this.base;
      this.done("");
    } else {
      if (choice === "both") this.fill({ ...this.values(), text: `${theirs.text}\n\n${this.values().text}` });
      this.typed();
      void this.save();
    }
    void this.show();
    this.field("text").focus();
  }

  private async save(): Promise<void> {
    this.callOff();
    const values = this.values();
    if (this.sending || this.theirs || !values.text?.trim()) return;
    if (this.note === "new") this.note = newId();
    this.sending = true;
    const sent = print([values, this.base]);
    if (this.last.print !== sent) this.last = { id: hex128(), print: sent };
    const told = await this.told({ id: this.last.id, note: this.note, base: this.base, ...values });
    this.sending = false;
    if (told === undefined) {
      this.tries++;
      this.soon(backOff(this.tries, this.timers.random()));
      return;
    }
    this.tries = 0;
    if (told.ok) {
      this.base = told.base ?? "";
      this.field("note").value = this.note;
      this.field("base").value = this.base;
      if (print(this.values()) === print(values)) this.done(this.t("editor.saved_at", { clock: told.at ?? "" }));
      else this.typed();
    } else if (told.theirs) {
      this.leaving = false;
      this.theirs = told.theirs;
      this.clash(told.html ?? "");
      this.status(told.message ?? "");
    } else {
      this.leaving = false;
      this.status(told.message ?? "");
    }
  }

  /** Send, and give the answer; undefined where there was none that counts: then it is tried again. */
  private async told(body: unknown): Promise<Told | undefined> {
    let answer: Response;
    try {
      answer = await this.send(this.urls.keep, body);
    } catch {
      this.say(this.kept.works ? "offline" : "offline_unkept");
      return undefined;
    }
    if (answer.redirected) {
      this.say("signed_out");
      return undefined;
    }
    try {
      const told = (await answer.json()) as Told;
      if (answer.status < 500 && answer.status !== 429) return told;
    } catch {
      // Something between here and the server answered.
    }
    this.say(this.kept.works ? "offline" : "offline_unkept");
    return undefined;
  }

  private done(words: string): void {
    this.unsaved = false;
    this.callOff();
    this.kept.drop(this.box);
    this.status(words);
    if (this.leaving) window.location.assign(`${this.urls.minutes}?saved=1`);
  }

  /** What comes back is the server's own HTML of an allow-list, as in the minutes themselves. */
  private async show(): Promise<void> {
    if (!this.form.closest("details")?.open) return;
    const asked = ++this.previews;
    try {
      const answer = await this.send(this.urls.preview, { text: this.values().text ?? "" });
      const told = (await answer.json()) as Told;
      if (told.ok && asked === this.previews) this.preview.innerHTML = told.html ?? "";
    } catch {
      // Without network the last preview stays.
    }
  }

  private soon(ms: number): void {
    this.callOff();
    this.callOff = this.timers.after(ms, () => void this.save());
  }

  private values(): Values {
    const read: Values = {};
    for (const field of this.form.querySelectorAll<Field>("[name]")) {
      const name = field.name.replace(`-${this.box}`, "");
      if (name !== "form_token" && name !== "note" && name !== "base" && name !== "act") read[name] = field.value;
    }
    return read;
  }

  private fill(values: Values): void {
    for (const field of this.form.querySelectorAll<Field>("[name]")) {
      const name = field.name.replace(`-${this.box}`, "");
      if (name !== "note" && name !== "base" && name in values) field.value = values[name] ?? "";
    }
  }

  /** Show the choice: a page part of the server's, in which all words are escaped. */
  private clash(html: string): void {
    const slot = this.form.querySelector(".clash");
    if (slot) slot.innerHTML = html;
  }

  private say(key: string): void {
    this.status(this.t(`editor.${key}`));
  }

  private status(words: string): void {
    const line = this.form.querySelector(".kept");
    if (line && line.textContent !== words) line.textContent = words;
  }

  private field(name: string): Field {
    return this.form.elements.namedItem(name) as Field;
  }
}

function print(value: unknown): string {
  return JSON.stringify(value);
}
