/** The right side: the true picture of the wall, and what is beside the step. */

import { useRef } from "preact/hooks";
import type { Workshop } from "../../../../shared/web/front/records";
import type { Tab } from "../app";
import { useApp } from "../view";
import { Guide } from "./Guide";
import { History } from "./History";
import { Inbox, waitingCards } from "./Inbox";
import { Mirror } from "./Mirror";
import { Notes } from "./Notes";
import { People } from "./People";
import { Twins } from "./Twins";

const TABS: readonly Tab[] = ["inbox", "twins", "notes", "guide", "people", "history"];
const BODIES = { inbox: Inbox, twins: Twins, notes: Notes, guide: Guide, people: People, history: History };

export function Side({ workshop }: { workshop: Workshop }) {
  const app = useApp();
  const { t } = app;
  const list = useRef<HTMLDivElement>(null);
  const open = app.tab.value;
  const waiting = waitingCards(app).length;
  const Body = BODIES[open];
  const turn = (event: KeyboardEvent) => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    const to = TABS[(TABS.indexOf(open) + by + TABS.length) % TABS.length] as Tab;
    app.tab.value = to;
    list.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  return (
    <aside class="c-side" aria-label={t("console.side")}>
      <Mirror workshop={workshop} />
      <div ref={list} class="tabs" role="tablist" aria-label={t("console.tabs")} onKeyDown={turn}>
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={tab === open}
            aria-controls="tab-body"
            tabIndex={tab === open ? 0 : -1}
            onClick={() => {
              app.tab.value = tab;
            }}
          >
            {t(`console.tab.${tab}`)}
            {tab === "inbox" && waiting > 0 && <span class="num"> ({waiting})</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <div class="tabbody" id="tab-body" role="tabpanel" aria-labelledby={`tab-${open}`} tabIndex={0}>
        <Body />
      </div>
    </aside>
  );
}
