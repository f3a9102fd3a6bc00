/** The steps of a scale and what they are called. */

import type { Column } from "./columns";
import type { Translate } from "./i18n";
import type { Activity } from "./records";
import type { Tallied } from "./results/poll";

export interface Named {
  value: number;
  name: string;
}

/** The steps in their order, with the names that were given: to each, to both ends, or to none. */
export function stepsOf(settings: Activity["settings"]): Named[] {
  const from = Number(settings.from ?? 1);
  const to = Number(settings.to ?? 5);
  const names = (settings.names ?? []) as string[];
  const count = to - from + 1;
  const nameAt = (i: number) => (names.length === count ? names[i] : i === 0 ? names[0] : i === count - 1 ? names[1] : "") ?? "";
  // A step that is called by its number has no name.
  return Array.from({ length: count }, (_, i) => ({ value: from + i, name: nameAt(i) === String(from + i) ? "" : nameAt(i) }));
}

/** Whether every step has a name, not only the ends. */
export function allNamed(steps: readonly Named[]): boolean {
  return steps.length > 2 && steps.every(({ name }) => name);
}

/** "1 (hardly) to 5 (fully)" is told by both ends. */
export function endsOf(steps: readonly Named[]): { from: string; to: string } {
  const told = (step: Named | undefined) => (step ? (step.name ? `${step.value} (${step.name})` : String(step.value)) : "");
  return { from: told(steps[0]), to: told(steps[steps.length - 1]) };
}

/** The names of the ends where only those have one; they stand below the columns then. */
export function endNames(settings: Activity["settings"]): [string, string] | null {
  const steps = stepsOf(settings);
  const ends: [string, string] = [steps[0]?.name ?? "", steps[steps.length - 1]?.name ?? ""];
  return allNamed(steps) || !ends.join("") ? null : ends;
}

/** How many answered with each step, to be drawn as columns. */
export function columnsOf(tallied: readonly Tallied[], settings: Activity["settings"], t: Translate): Column[] {
  const steps = stepsOf(settings);
  const names = new Map(allNamed(steps) ? steps.map(({ value, name }) => [value, name]) : []);
  return tallied.map(({ value, n, by_sector }) => {
    const name = names.get(value);
    return {
      label: String(value),
      n,
      by_sector,
      said: t("poll.words.column", { answer: name ? `${value} (${name})` : String(value), n }),
      ...(name ? { name } : {}),
    };
  });
}
