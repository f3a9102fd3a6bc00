import { beforeEach, expect, it, vi } from "vitest";
import { fieldsOf, keepTyped, letGo, putInto, read, sweep, write } from "../../shared/web/front/typed";

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

const FORM = `<form data-typed="champion:e:why">
  <input type="hidden" name="form_token" value="secret"><input type="hidden" name="base" value="3">
  <div data-typed-told hidden><p>typed {at}</p><button type="button">let go</button></div>
  <input name="title" value="Felt"><textarea name="goal"></textarea>
  <select name="sector"><option value=""></option><option value="private">Private</option></select>
  <input type="checkbox" name="work" value="safe"><input type="checkbox" name="work" value="fair" checked>
  <button name="act" value="save">Save</button></form>`;

function page(): HTMLFormElement {
  document.body.innerHTML = FORM;
  return document.querySelector("form") as HTMLFormElement;
}

function types(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name) as HTMLInputElement;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => localStorage.clear());

it("keeps what is typed through a reload, and never the token", () => {
  const form = page();
  keepTyped(form, localStorage, () => NOW);
  types(form, "goal", "Thirty sell");
  types(form, "sector", "private");
  expect(JSON.stringify(localStorage)).not.toContain("secret");
  const again = page();
  keepTyped(again, localStorage, () => NOW + DAY);
  expect(fieldsOf(again)).toEqual([
    ["title", "Felt"],
    ["goal", "Thirty sell"],
    ["sector", "private"],
    ["work", "fair"],
  ]);
  const told = again.querySelector<HTMLElement>("[data-typed-told]");
  expect(told?.hidden).toBe(false);
  expect(told?.textContent).not.toContain("{at}");
});

it("puts ticks back as they were, and takes those out that were taken out", () => {
  const form = page();
  putInto(form, [["work", "safe"]]);
  expect(fieldsOf(form).filter(([name]) => name === "work")).toEqual([["work", "safe"]]);
});

it("carries along what has no place in the page any more", () => {
  const form = page();
  putInto(form, [
    ["title", "Felt"],
    ["outputs-7-output", "A press"],
  ]);
  expect(fieldsOf(form)).toContainEqual(["outputs-7-output", "A press"]);
});

it("goes on from the version that the typing began with", () => {
  write(localStorage, "champion:e:why", { at: NOW, base: "1", fields: [["title", "Wool"]] });
  const form = page();
  keepTyped(form, localStorage, () => NOW);
  expect((form.elements.namedItem("base") as HTMLInputElement).value).toBe("1");
});

it("says nothing where what was typed stands saved", () => {
  const form = page();
  write(localStorage, "champion:e:why", { at: NOW, base: "1", fields: fieldsOf(form) });
  keepTyped(form, localStorage, () => NOW);
  expect(form.querySelector<HTMLElement>("[data-typed-told]")?.hidden).toBe(true);
  expect(localStorage.length).toBe(0);
});

it("leaves a page alone that shows again what was typed", () => {
  write(localStorage, "champion:e:why", { at: NOW, base: "1", fields: [["title", "Wool"]] });
  const form = page();
  form.dataset.typedShown = "";
  keepTyped(form, localStorage, () => NOW);
  expect((form.elements.namedItem("title") as HTMLInputElement).value).toBe("Felt");
});

it("lets go what was saved, but not what another tab has typed", () => {
  const form = page();
  const saved = keepTyped(form, localStorage, () => NOW);
  types(form, "goal", "Mine");
  const sent = fieldsOf(form);
  write(localStorage, "champion:e:why", { at: NOW, base: "3", fields: [["goal", "Theirs"]] });
  saved(sent);
  expect(read(localStorage, "champion:e:why", NOW)?.fields).toEqual([["goal", "Theirs"]]);
  types(form, "goal", "Mine");
  saved(sent);
  expect(localStorage.length).toBe(0);
});

it("lets go what was put back and saved as it came, though the page has other rows by now", () => {
  write(localStorage, "champion:e:why", { at: NOW, base: "1", fields: [["goal", "Kept"]] });
  const form = page();
  const saved = keepTyped(form, localStorage, () => NOW);
  saved(fieldsOf(form));
  expect(localStorage.length).toBe(0);
});

it("lets go on demand", () => {
  write(localStorage, "champion:e:why", { at: NOW, base: "1", fields: [["title", "Wool"]] });
  const form = page();
  keepTyped(form, localStorage, () => NOW);
  const reload = vi.spyOn(console, "error").mockImplementation(() => {}); // a page of the tests cannot be loaded again
  form.querySelector<HTMLButtonElement>("[data-typed-told] button")?.click();
  reload.mockRestore();
  expect(localStorage.length).toBe(0);
});

it("throws away what lies two weeks, what nobody can read, and all of it at signing out", () => {
  write(localStorage, "a", { at: NOW - 14 * DAY, base: "1", fields: [] });
  write(localStorage, "b", { at: NOW - 13 * DAY, base: "1", fields: [] });
  localStorage.setItem("typed:c", "{no json");
  localStorage.setItem("typed:d", '{"at":1}');
  localStorage.setItem("other", "stays");
  expect(read(localStorage, "a", NOW)).toBeUndefined();
  sweep(localStorage, NOW);
  expect(Object.keys(localStorage).sort()).toEqual(["other", "typed:b"]);
  sweep(localStorage, NOW, true);
  expect(Object.keys(localStorage)).toEqual(["other"]);
});

it("works on where nothing can be kept", () => {
  const full = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new Error("full");
    },
  };
  const form = page();
  const saved = keepTyped(form, full as unknown as Storage, () => NOW);
  types(form, "goal", "Thirty sell");
  saved(fieldsOf(form));
  letGo(localStorage, "nothing");
  expect(fieldsOf(form)).toContainEqual(["goal", "Thirty sell"]);
});
