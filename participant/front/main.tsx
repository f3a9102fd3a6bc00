import { render } from "preact";
import { openShelf, quickShelf } from "../../shared/web/front/shelf";
import { openPlain, openSocket } from "../../shared/web/front/socket";
import { onWake } from "../../shared/web/front/wake";
import { App } from "./app";
import { readBoot } from "./boot";
import "./phone.css";
import { AppContext } from "./view";
import { Phone } from "./views/Phone";

async function start(): Promise<void> {
  const boot = readBoot();
  const name = `led/${boot.code}`;
  const shelf = await openShelf(name);
  const app = new App(boot, {
    shelf,
    quick: quickShelf(name, shelf),
    wire: openSocket("/participant", { workshop: boot.code, language: boot.language }),
    plain: openPlain(`/w/${boot.code}/api`),
    root: document.documentElement,
    later: async () => {
      const [{ LATER }, words] = await Promise.all([import("./kinds/later"), wordsAt(boot.urls.words)]);
      return { kinds: LATER, words };
    },
  });
  await app.start();
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

async function wordsAt(address: string | undefined): Promise<Record<string, string>> {
  const answer = await fetch(address ?? "");
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  return answer.json();
}

void start();
