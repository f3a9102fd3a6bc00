/** Pages that the server writes: they work without a script; this one only makes them kinder. */

import "./pages.css";

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
