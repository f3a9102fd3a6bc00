/** What is still to settle before the day, each at its step. */

import type { Activity } from "../../../shared/web/front/records";
import { type Kinds, nearestOf } from "./kinds";

export const MOST_WORDS = 12; // what a back row reads at a glance

export interface Open {
  step: Activity;
  key: "long" | "question" | "source" | "later" | "choices";
  n: number;
}

export function wordsIn(text: string): number {
  return text.trim() ? text.trim().split(/\s+/).length : 0;
}

export function toSettle(kinds: Kinds, agenda: readonly Activity[]): Open[] {
  return agenda.filter((step) => step.phase === "draft").flatMap((step) => ofStep(kinds, agenda, step));
}

function ofStep(kinds: Kinds, agenda: readonly Activity[], step: Activity): Open[] {
  const kind = kinds[step.kind];
  if (!kind) return [];
  const found: Open[] = [];
  const add = (key: Open["key"], n = 0) => found.push({ step, key, n });
  const words = wordsIn(step.question);
  if (words > MOST_WORDS) add("long", words);
  if (kind.group === "collect" && !words) add("question");
  const { about, choices } = step.settings;
  const fromSteps = kind.takes.length > 0 && (about === undefined || about === "groups" || about === "cards");
  const named = agenda.find((other) => other.id === step.source);
  if (fromSteps && !step.source && !nearestOf(kinds, agenda, step)) add("source");
  if (named && named.position > step.position) add("later");
  if (about === "own" && Array.isArray(choices) && choices.length < 2) add("choices");
  return found;
}
