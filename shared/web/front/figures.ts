/** Figures whose signs keep their place in a page that runs from right to left. */

const ISOLATE = "\u2066";
const END = "\u2069";

export function leftToRight(figures: string): string {
  const mirrored = typeof document !== "undefined" && document.documentElement.dir === "rtl";
  return mirrored ? `${ISOLATE}${figures}${END}` : figures;
}
