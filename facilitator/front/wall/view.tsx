/** What the wall's views share: the question strip with the clock, group marks, sector shapes. */

import { createContext } from "preact";
import { useContext, useEffect, useReducer, useState } from "preact/hooks";
import { minutes, timerLeft, timerRuns } from "../../../shared/web/front/clock";
import type { Translate } from "../../../shared/web/front/i18n";
import { Pictogram } from "../../../shared/web/front/pictograms";
import type { Activity, Cluster, Sector } from "../../../shared/web/front/records";
import { SECTORS, SHAPES } from "../../../shared/web/front/sectors";
import { workshopOf } from "../../../shared/web/front/select";
import type { App } from "./app";
import { pageAt, timeOfPage, turnOf } from "./fit";

export const AppContext = createContext<App | null>(null);
export { SECTORS };

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("outside of the app");
  return app;
}

export function useWords(): Translate {
  return useApp().t;
}

/** Draw again whenever the board or the line tells of something new. */
export function useNews(app: App): void {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const stops = [app.board, app.link].map((part) => part.listen(() => draw(undefined)));
    draw(undefined);
    return () => {
      for (const stop of stops) stop();
    };
  }, [app]);
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

/**
 * Which of `count` pages hangs: the next after so many seconds, or at once when somebody turns with the keys of a presenter's
 * remote (Page Down, Page Up) or the arrows; a page that was turned to hangs its whole time.
 */
export function usePage(count: number, seconds?: number): number {
  const { clock } = useApp();
  const [ahead, setAhead] = useState(0);
  useTick(1000, count > 1);
  const page = pageAt(count, clock.now() + ahead, seconds);
  useEffect(() => {
    if (count <= 1) return undefined;
    const turn = (event: KeyboardEvent) => {
      const by = turnOf(event.key, document.dir === "rtl");
      if (by !== 0) setAhead(timeOfPage((page + by + count) % count, seconds) - clock.now());
    };
    addEventListener("keydown", turn);
    return () => removeEventListener("keydown", turn);
  }, [clock, count, page, seconds]);
  return page;
}

export function Shape({ sector }: { sector: Sector }) {
  return <span class={`sh ${SHAPES[sector]}`} aria-hidden="true" />;
}

/** The round card of a group: its pictogram, or its letter where it has none. */
export function Mark({ cluster, letter }: { cluster?: Cluster | undefined; letter: string }) {
  return (
    <span class={cluster?.pictogram ? "lt pic" : "lt"} aria-hidden="true">
      {cluster?.pictogram ? <Pictogram name={cluster.pictogram} /> : letter}
    </span>
  );
}

/** The question with its two pins, red while open and green when decided, and the clock beside it. */
export function Strip({ step, aside }: { step: Activity; aside?: preact.ComponentChildren }) {
  const app = useApp();
  const ended = (workshopOf(app.board)?.ended_at ?? null) !== null;
  const done = step.phase === "revealed" || step.phase === "confirmed" || step.phase === "closed";
  return (
    <header class="w-strip">
      <h1 class={done ? "strip done" : "strip"}>{step.question || step.title}</h1>
      {ended && <p class="w-thanks">{app.t("wall.thanks")}</p>}
      {aside}
      <Ready step={step} />
      <Timer />
    </header>
  );
}

/** How many say that they are done; never who. */
function Ready({ step }: { step: Activity }) {
  const app = useApp();
  const heard = app.board.signalsOf(step);
  if (!heard?.done) return null;
  return (
    <div class="ring w-ready" role="img" aria-label={app.t("wall.done", { n: heard.done, of: heard.of })}>
      <svg viewBox="0 0 110 110" aria-hidden="true">
        <circle class="t0" cx="55" cy="55" r="46" />
        <circle class="t1" cx="55" cy="55" r="46" stroke-dasharray={`${(heard.done / Math.max(1, heard.of)) * 289} 289`} />
      </svg>
      <b aria-hidden="true">
        {heard.done}/{heard.of}
        <small>{app.t("wall.done_short")}</small>
      </b>
    </div>
  );
}

export function Timer() {
  const app = useApp();
  const timer = workshopOf(app.board)?.timer;
  useTick(250, timerRuns(timer));
  const left = timerLeft(timer, app.clock.now());
  if (!timer || left === null) return null;
  const share = Math.min(1, left / Math.max(1, timer.seconds));
  return (
    <div class={left <= 60 ? "ring low" : "ring"} role="timer" aria-label={app.t("wall.time_left")}>
      <svg viewBox="0 0 110 110" aria-hidden="true">
        <circle class="t0" cx="55" cy="55" r="46" />
        <circle class="t1" cx="55" cy="55" r="46" stroke-dasharray={`${share * 289} 289`} />
      </svg>
      <b>{minutes(left)}</b>
    </div>
  );
}

/** A large number and what it counts. */
export function Count({ n, of, what }: { n: number; of?: number; what: string }) {
  return (
    <div class="w-figure">
      <b class="num">
        {n}
        {of !== undefined && <small>/{of}</small>}
      </b>
      {what}
    </div>
  );
}
