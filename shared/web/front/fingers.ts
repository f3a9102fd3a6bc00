/** The fingers of a fist of five, each with its usual meaning. */

import type { Column } from "./columns";
import type { Translate } from "./i18n";
import type { Tallied } from "./results/poll";

export const FINGERS = [0, 1, 2, 3, 4, 5];

export function fingerName(fingers: number, t: Translate): string {
  return t(`fist.words.finger.${fingers}`);
}

export function fingerColumns(tallied: readonly Tallied[], t: Translate): Column[] {
  return tallied.map(({ value, n }) => ({
    label: String(value),
    name: t(`fist.words.short.${value}`),
    n,
    said: t("poll.words.column", { answer: `${value}, ${fingerName(value, t)}`, n }),
  }));
}
