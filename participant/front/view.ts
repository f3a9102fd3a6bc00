/** Hooks by which the views see the app. */

import { createContext } from "preact";
import { useContext, useEffect, useReducer } from "preact/hooks";
import type { Translate } from "../../shared/web/front/i18n";
import type { App } from "./app";
import type { Later } from "./later";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("outside of the app");
  return app;
}

export function useWords(): Translate {
  return useApp().t;
}

/** What comes after the first page, fetched now if it is needed and not there. */
export function useLater(needed = true): Later {
  const { later } = useApp();
  useEffect(() => {
    if (needed) void later.fetch();
  }, [later, needed]);
  return later;
}

/** Draw again whenever one of the parts tells of something new. */
export function useNews(...parts: { listen(listener: () => void): () => void }[]): void {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  useEffect(() => {
    const stops = parts.map((part) => part.listen(() => draw(undefined)));
    draw(undefined); // what was told between the first drawing and now
    return () => {
      for (const stop of stops) stop();
    };
  }, parts);
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
