/** One's own words on the Minutes page: a preview beside them, saved as they are typed. Without this script the forms work, too. */

import "./minutes.css";
import { translator } from "../../../shared/web/front/i18n";
import { realTimers } from "../../../shared/web/front/timers";
import { Editor } from "./editor";
import { Kept } from "./kept";

export interface Boot {
  language: string;
  messages: Record<string, string>;
  /** Where words go, where they are previewed, and this page. */
  keep: string;
  preview: string;
  minutes: string;
  shelf: string;
}

const boot = JSON.parse(document.getElementById("editor")?.textContent ?? "{}") as Boot;
const t = translator(boot.messages, boot.language);
const kept = new Kept(boot.shelf);
const forms = [...document.querySelectorAll<HTMLFormElement>("form.words")];
kept.adopt(forms.map((form) => form.querySelector<HTMLInputElement>("[name=note]")?.value ?? ""));
const editors = forms.map((form) => new Editor(form, boot, t, kept, realTimers, (url, body) => send(url, body)));
for (const editor of editors) editor.start();
window.addEventListener("online", () => {
  for (const editor of editors) editor.again();
});
window.addEventListener("beforeunload", (event) => {
  if (!kept.works && editors.some((editor) => editor.unsaved)) event.preventDefault();
});

function send(url: string, body: unknown): Promise<Response> {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  return fetch(url, { method: "POST", headers, body: JSON.stringify(body), credentials: "same-origin" });
}
