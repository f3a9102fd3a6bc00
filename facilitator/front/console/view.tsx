/** What the console's views share: the app, drawing again on news, marks of groups and sectors. */

import { createContext } from "preact";
import { useContext, useEffect, useReducer } from "preact/hooks";
import type { Translate } from "../../../shared/web/front/i18n";
import { Pictogram } from "../../../shared/web/front/pictograms";
import type { Sector } from "../../../shared/web/front/records";
import { SECTORS, SHAPES } from "../../../shared/web/front/sectors";
import type { App } from "./app";

export const AppContext = createContext<App | null>(null);
export { SECTORS };

/** The app. Who uses it is drawn again whenever there is news: signals skip components whose props are the same. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("outside of the app");
  void app.news.value;
  return app;
}

export function useWords(): Translate {
  return useApp().t;
}

/** Draw again every `ms`, while it matters. */
export function useTick(ms: number, matters = true): void {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    if (!matters) return undefined;
    const ticking = setInterval(() => draw(undefined), ms);
    return () => clearInterval(ticking);
  }, [ms, matters]);
}

export function Shape({ sector }: { sector: Sector }) {
  return <span class={`sh ${SHAPES[sector]}`} aria-hidden="true" />;
}

/** The three sectors side by side. */
export function Logo() {
  return (
    <span class="mark" aria-hidden="true">
      <span class="sh priv" />
      <span class="sh pub" />
      <span class="sh semi" />
    </span>
  );
}

/** A number a sector, with its shape to see and its word to hear. */
export function BySector({ counts }: { counts: Partial<Record<Sector, number>> }) {
  const { t } = useApp();
  return (
    <span class="bysector">
      {SECTORS.map((sector) => (
        <span key={sector} class="sec">
          <Shape sector={sector} />
          <span class="vh">{t(`common.sector.${sector}`)} </span>
          <span class="num">{counts[sector] ?? 0}</span>
        </span>
      ))}
    </span>
  );
}

/** The round card of a group: its pictogram, or its letter where it has none. */
export function Mark({ pictogram, letter }: { pictogram?: string | undefined; letter: string }) {
  return (
    <span class={pictogram ? "lt pic" : "lt"} aria-hidden="true">
      {pictogram ? <Pictogram name={pictogram} /> : letter}
    </span>
  );
}

/** The sign of a key, for eyes only: the key itself is told by `aria-keyshortcuts`. */
export function Key({ sign }: { sign: string }) {
  const app = useApp();
  if (sign !== "Enter" && !app.prefs.keys.value) return null;
  return (
    <i class="kbd" aria-hidden="true">
      {sign}
    </i>
  );
}

/** The time of day, "10:42". */
export function clockOf(language: string, ms: number): string {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);
}

/** Enter and Ctrl+Enter in a one-line box end the typing; Escape leaves things as they were. */
export function onEnter(act: () => void, leave?: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      act();
    } else if (event.key === "Escape" && leave) {
      event.stopPropagation();
      leave();
    }
  };
}
