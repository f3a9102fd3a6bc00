/** The whole console: what is known decides which of its pages shows. */

import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { workshopOf } from "../../../../shared/web/front/select";
import type { App } from "../app";
import { listenToKeys } from "../keyboard";
import { AppContext, useApp } from "../view";
import { ActBar } from "./ActBar";
import { Agenda } from "./Agenda";
import { Banner } from "./Banner";
import { KeysSheet } from "./KeysSheet";
import { Notice } from "./Notice";
import { Side } from "./Side";
import { Stage } from "./Stage";
import { TopBar } from "./TopBar";

export function Console({ app }: { app: App }) {
  return (
    <AppContext.Provider value={app}>
      <Page />
    </AppContext.Provider>
  );
}

function Page() {
  const app = useApp();
  const { board, link, t } = app;
  const [help, setHelp] = useState(false);
  useEffect(() => listenToKeys(app, () => setHelp(true)), [app]);
  useFocusKept();
  const workshop = workshopOf(board);
  if (link.goodbye)
    return <Notice title={t("console.gone.title")} text={t(`console.gone.${link.goodbye === "revoked" ? "revoked" : "text"}`)} />;
  if (!workshop) return <Loading />;
  return (
    <div class={workshop.paused || workshop.wall?.covered ? "con alert" : "con"}>
      <a class="skip" href="#board">
        {t("console.to_board")}
      </a>
      <TopBar workshop={workshop} />
      <Agenda openHelp={() => setHelp(true)} />
      <main class="c-main" id="board" tabIndex={-1}>
        <Banner />
        <Stage workshop={workshop} />
      </main>
      <Side workshop={workshop} />
      <ActBar workshop={workshop} />
      {help && <KeysSheet close={() => setHelp(false)} />}
    </div>
  );
}

function Loading() {
  const { t } = useApp();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <Notice title={t("console.loading.title")} text={t("console.loading.text")} /> : <main class="c-notice" />;
}

/** A card that hangs elsewhere after a move is drawn anew; the focus goes with it. */
function useFocusKept(): void {
  const [held] = useState<{ card: string | null }>({ card: null });
  useEffect(() => {
    const note = (event: FocusEvent) => {
      held.card = event.target instanceof HTMLElement ? (event.target.dataset.card ?? null) : null;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [held]);
  useLayoutEffect(() => {
    if (!held.card || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-card="${CSS.escape(held.card)}"]`)?.focus();
  });
}
