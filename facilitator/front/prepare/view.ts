import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Prepare } from "./app";

export const PrepareContext = createContext<Prepare | null>(null);

/** The preparation. Who uses it is drawn again whenever there is news. */
export function usePrepare(): Prepare {
  const app = useContext(PrepareContext);
  if (!app) throw new Error("outside of the preparation");
  void app.news.value;
  return app;
}
