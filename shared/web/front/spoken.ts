/** Steps in a language: its own words for them where it has any, else the workshop's. */

import type { Activity, Kind } from "./records";

export function spokenIn(language: string): (kind: Kind, record: unknown) => unknown {
  return (kind, record) => {
    if (kind !== "activity") return record;
    const step = record as Activity;
    const words = step.translations?.[language];
    return words ? { ...step, ...words } : step;
  };
}
