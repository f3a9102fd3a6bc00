import { render } from "preact";
import { openShelf, quickShelf } from "../../shared/web/front/shelf";
import { openAsk, openPlain, openSocket } from "../../shared/web/front/socket";
import { onWake } from "../../shared/web/front/wake";
import { App, type Ends } from "./app";
import { type Boot, readBoot } from "./boot";
import "./phone.css";
import { AppContext } from "./view";
import { Phone } from "./views/Phone";

async function start(): Promise<void> {
  const boot = readBoot();
  const app = new App(boot, {
    ...(await (boot.trial === undefined ? roomOf(boot) : trialOf(boot.trial, boot.sheet))),
    root: document.documentElement,
    later: async () => {
      const [{ LATER }, words] = await Promise.all([import("./kinds/later"), wordsAt(boot.urls.words)]);
      return { kinds: LATER, words };
    },
  });
  await app.start();
  if (boot.sheet) app.seed = ""; // as on paper
  onWake(() => app.wake());
  addEventListener("pagehide", () => app.drafts.flush());
  document.addEventListener("visibilitychange", () => app.drafts.flush());
  const root = document.getElementById("app");
  if (root) {
    render(
      <AppContext.Provider value={app}>
        <Phone />
      </AppContext.Provider>,
      root,
    );
  }
}

/** The line to the room, and a shelf on this phone. */
async function roomOf({ code, language }: Boot): Promise<Pick<Ends, "shelf" | "quick" | "wire" | "plain" | "ask">> {
  const name = `led/${code}`;
  const shelf = await openShelf(name);
  const wire = openSocket("/participant", { workshop: code, language });
  const api = `/w/${code}/api`;
  return { shelf, quick: quickShelf(name, shelf), wire, plain: openPlain(api), ask: openAsk(api) };
}

async function trialOf(words: string, sheet = false): Promise<Pick<Ends, "shelf" | "wire">> {
  const { TrialWire, trialShelf } = await import("./trial");
  return { shelf: trialShelf(), wire: new TrialWire(words, sheet) };
}

async function wordsAt(address: string | undefined): Promise<Record<string, string>> {
  const answer = await fetch(address ?? "");
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  return answer.json();
}

void start();
