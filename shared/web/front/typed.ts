/**
 * What is typed into a form and not saved yet, kept on this device: it outlives a reload, a closed tab and a dead line.
 *
 * A form says under which name (`data-typed`). Saving lets it go, and so does signing out; what lies longer is thrown away.
 */

const BEFORE = "typed:";
const FORM_TOKEN = "form_token";
export const BASE = "base";
const DAYS = 14;

export type Fields = [name: string, value: string][];

export interface Typed {
  /** Milliseconds: when it was typed last. */
  at: number;
  /** The version of what was saved when the typing began. */
  base: string;
  fields: Fields;
}

/** The answers of a form as they stand in it, in its order. */
export function fieldsOf(form: HTMLFormElement): Fields {
  const found: Fields = [];
  for (const [name, value] of new FormData(form)) {
    if (name !== FORM_TOKEN && name !== BASE && typeof value === "string") found.push([name, value]);
  }
  return found;
}

/** Put answers into a form; one that has no place in it any more is carried along unseen, so that it is saved as well. */
export function putInto(form: HTMLFormElement, fields: Fields): void {
  const left = [...fields];
  const take = (name: string, value?: string): string | undefined => {
    const at = left.findIndex(([n, v]) => n === name && (value === undefined || v === value));
    return at < 0 ? undefined : left.splice(at, 1)[0]?.[1];
  };
  for (const one of form.elements) {
    if (one instanceof HTMLInputElement && one.type === "checkbox") one.checked = take(one.name, one.value) !== undefined;
    else if (isWritten(one)) one.value = take(one.name) ?? "";
  }
  for (const [name, value] of left) {
    const unseen = document.createElement("input");
    unseen.type = "hidden";
    unseen.name = name;
    unseen.value = value;
    form.append(unseen);
  }
}

function isWritten(one: Element): one is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  if (one instanceof HTMLInputElement) return !["hidden", "submit", "button", "file", "checkbox"].includes(one.type);
  return one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement;
}

export function read(storage: Storage, name: string, now: number): Typed | undefined {
  try {
    const found: unknown = JSON.parse(storage.getItem(BEFORE + name) ?? "null");
    return isTyped(found) && now - found.at < DAYS * 86_400_000 ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Keep what is typed; where the browser keeps nothing, the page alone has it. */
export function write(storage: Storage, name: string, typed: Typed): void {
  try {
    storage.setItem(BEFORE + name, JSON.stringify(typed));
  } catch {
    // full, or forbidden
  }
}

/** Let go what was saved; what another tab has typed since then stays. */
export function letGo(storage: Storage, name: string, saved?: Fields): void {
  const there = read(storage, name, 0);
  if (saved && there && !same(there.fields, saved)) return;
  storage.removeItem(BEFORE + name);
}

/** Throw away what has lain too long, or all of it. */
export function sweep(storage: Storage, now: number, all = false): void {
  for (const key of Object.keys(storage)) {
    if (key.startsWith(BEFORE) && (all || !read(storage, key.slice(BEFORE.length), now))) storage.removeItem(key);
  }
}

export function same(one: Fields, other: Fields): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** This browser's own storage, if it has one and lets us. */
export function storageHere(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

/** Keep a form's answers from now on, and put back what was kept of it before. Answers with what to do once it is saved. */
export function keepTyped(form: HTMLFormElement, storage: Storage, now: () => number = Date.now): (sent: Fields) => void {
  const name = form.dataset.typed ?? "";
  const base = form.querySelector<HTMLInputElement>(`input[name=${BASE}]`);
  const shown = fieldsOf(form);
  const before = read(storage, name, now());
  if (before && !("typedShown" in form.dataset)) {
    if (same(before.fields, shown)) letGo(storage, name);
    else {
      putInto(form, before.fields);
      write(storage, name, { ...before, fields: fieldsOf(form) }); // as this form sends it, so that saving lets it go
      if (base) base.value = before.base;
      tell(form, before.at, () => {
        letGo(storage, name);
        window.location.reload();
      });
    }
  }
  form.addEventListener("input", () => {
    write(storage, name, { at: now(), base: base?.value ?? "", fields: fieldsOf(form) });
  });
  return (sent) => letGo(storage, name, sent);
}

function tell(form: HTMLFormElement, at: number, forget: () => void): void {
  const banner = form.querySelector<HTMLElement>("[data-typed-told]");
  const words = banner?.querySelector("p");
  if (!banner || !words) return;
  const when = new Date(at).toLocaleString(document.documentElement.lang || undefined, {
    dateStyle: "medium",
    timeStyle: "short",
  });
  words.textContent = (words.textContent ?? "").replace("{at}", when);
  banner.hidden = false;
  banner.querySelector("button")?.addEventListener("click", forget);
}

function isTyped(found: unknown): found is Typed {
  if (typeof found !== "object" || found === null) return false;
  const { at, base, fields } = found as Partial<Typed>;
  const whole = (one: unknown) => Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === "string");
  return typeof at === "number" && typeof base === "string" && Array.isArray(fields) && fields.every(whole);
}
