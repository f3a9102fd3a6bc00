/** The whole preparation: the bar, the day's times, the agenda, and beside it the phone of the open step. */

import { useEffect } from "preact/hooks";
import type { Workshop } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { redoLast, undoLast } from "../../console/acts";
import { meaning } from "../../console/keys";
import { AppContext, Logo } from "../../console/view";
import { Notice } from "../../console/views/Notice";
import { Toasts } from "../../console/views/Toasts";
import { Saved, UndoButtons } from "../../console/views/TopBar";
import type { Prepare } from "../app";
import { PrepareContext, usePrepare } from "../view";
import { Agenda } from "./Agenda";
import { Day } from "./Day";
import { Phone } from "./Phone";
import { Settle } from "./Settle";

export function Page({ app }: { app: Prepare }) {
  return (
    <AppContext.Provider value={app}>
      <PrepareContext.Provider value={app}>
        <Whole />
      </PrepareContext.Provider>
    </AppContext.Provider>
  );
}

function Whole() {
  const app = usePrepare();
  const { t, link } = app;
  useUndoKeys(app);
  const workshop = workshopOf(app.board);
  if (link.goodbye)
    return <Notice title={t("console.gone.title")} text={t(`console.gone.${link.goodbye === "revoked" ? "revoked" : "text"}`)} />;
  if (!workshop) return <main class="c-notice" />;
  return (
    <div class="prep">
      <a class="skip" href="#agenda">
        {t("prepare.to_agenda")}
      </a>
      <Top workshop={workshop} />
      <main class="prep-main" id="agenda" tabIndex={-1}>
        <h1>
          {t("prepare.title")} <small class="tx">{workshop.title}</small>
        </h1>
        <Day workshop={workshop} />
        <Settle />
        <Agenda workshop={workshop} />
      </main>
      <Phone />
      <Toasts />
    </div>
  );
}

function Top({ workshop }: { workshop: Workshop }) {
  const app = usePrepare();
  const { t, boot } = app;
  return (
    <header class="c-top">
      <Logo />
      <UndoButtons />
      <Saved />
      {app.fields.open > 0 && <span class="stat unsaved">{t("prepare.unsaved", { n: app.fields.open })}</span>}
      <span class="sp" />
      <nav aria-label={t("common.navigation")}>
        <a class="btn small" href={boot.urls.home}>
          {t("prepare.workshops")}
        </a>
        <a class="btn small" href={boot.urls.again}>
          {t("prepare.again")}
        </a>
        <a class="btn small" href={boot.urls.settings}>
          {t("prepare.settings")}
        </a>
        <a class="btn small go" href={boot.urls.console}>
          {workshop.started_at ? t("prepare.console") : t("prepare.done")}
        </a>
      </nav>
    </header>
  );
}

/** Ctrl+Z outside of text boxes; within them the browser's own undo holds. */
function useUndoKeys(app: Prepare): void {
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || target.matches("input, textarea, select") || document.querySelector("[aria-modal]")) return;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      const act = meaning({ key, ctrlKey, metaKey, altKey, shiftKey, on: "elsewhere" }, false);
      if (act !== "undo" && act !== "redo") return;
      (act === "undo" ? undoLast : redoLast)(app);
      event.preventDefault();
    };
    document.addEventListener("keydown", heard);
    return () => document.removeEventListener("keydown", heard);
  }, [app]);
}
