/** Tells when a device may have slept: phones do not always report that the line was lost. */

const TICK_MS = 1000;
const JUMP_MS = 4000;

/** Call `wake` when the page shows, gets the focus or the network, and when time has jumped. Answers with the way to stop. */
export function onWake(wake: () => void, page: Window = window): () => void {
  const shown = () => {
    if (page.document.visibilityState === "visible") wake();
  };
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) wake();
  };
  let last = Date.now();
  const ticking = page.setInterval(() => {
    const now = Date.now();
    if (now - last > JUMP_MS) shown();
    last = now;
  }, TICK_MS);
  page.document.addEventListener("visibilitychange", shown);
  page.addEventListener("pageshow", restored);
  page.addEventListener("online", wake);
  page.addEventListener("focus", shown);
  return () => {
    page.clearInterval(ticking);
    page.document.removeEventListener("visibilitychange", shown);
    page.removeEventListener("pageshow", restored);
    page.removeEventListener("online", wake);
    page.removeEventListener("focus", shown);
  };
}
