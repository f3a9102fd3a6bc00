/** Which of the five principles a measure's sketch leaves open; that it is local, the room itself says. */

import type { Measure } from "../../../shared/web/front/records";
import { SECTORS } from "../../../shared/web/front/sectors";

export type Principle = "sectors" | "breadth" | "committed" | "soon";

const SOON = 12; // months

export function leftOpen(measure: Measure): Principle[] {
  const sheet = measure.sheet ?? {};
  const month = Number(sheet.month ?? 0);
  const holds: Record<Principle, boolean> = {
    sectors: SECTORS.filter((sector) => sheet[sector]).length > 1,
    breadth: Boolean(sheet.gains),
    committed: measure.champion !== "",
    soon: month >= 1 && month <= SOON,
  };
  return (Object.keys(holds) as Principle[]).filter((principle) => !holds[principle]);
}
