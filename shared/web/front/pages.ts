/** Pages that the server writes: they work without a script; this one only makes them kinder. */

import "./pages.css";
import { fieldsOf, keepTyped, storageHere, sweep } from "./typed";

const storage = storageHere();
if (storage) sweep(storage, Date.now());

/** Who signs out leaves nothing typed behind. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-forgets]")) {
  form.addEventListener("submit", () => storage && sweep(storage, Date.now(), true));
}

/** Ask before a form that cannot be undone is sent. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-ask]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.ask)) event.preventDefault();
  });
}

/** Copy an address to the clipboard, where the browser lets us: on plain HTTP it does not, and the button stays away. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => void navigator.clipboard.writeText(button.dataset.copy ?? ""));
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

/** Send a form without leaving its page: what was chosen and typed still stands where it is refused or the network is gone. */
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-stays]")) {
  const told = form.querySelector<HTMLElement>("[data-told]");
  const button = form.querySelector<HTMLButtonElement>("button[name=act], button:not([type=button])");
  if (!told || !button) continue;
  const saved = storage && form.dataset.typed ? keepTyped(form, storage) : () => {};
  const say = (words: string | undefined) => {
    told.textContent = words ?? "";
    told.hidden = !words;
    told.classList.toggle("err", words !== form.dataset.sending);
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    say(form.dataset.sending);
    button.disabled = true;
    try {
      const body = new FormData(form);
      const sent = fieldsOf(form);
      const pressed = event.submitter;
      if (pressed instanceof HTMLButtonElement && pressed.name) body.set(pressed.name, pressed.value);
      const answer = await fetch(form.action, { method: "POST", body });
      if (answer.redirected) {
        saved(sent);
        window.location.assign(answer.url);
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const clashes = [...page.querySelectorAll("[data-clash]")].map((one) => one.textContent?.trim());
      say([page.getElementById("refused")?.textContent, ...clashes].filter(Boolean).join(" ") || form.dataset.lost);
      const base = page.querySelector<HTMLInputElement>("input[name=base]");
      const held = form.querySelector<HTMLInputElement>("input[name=base]");
      if (base && held) held.value = base.value; // what was told of others was read: sent again, this stands
    } catch {
      say(form.dataset.lost);
    }
    button.disabled = false;
  });
}
