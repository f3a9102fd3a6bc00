/** What steps in which people answer by name came to; as shared/domain/activities/named.py freezes it. */

import type { Result, Sector } from "../records";

export const QUESTIONS = ["K1", "K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9"] as const;
/** Signs of the answers to the nine questions; never without their word for those who hear them. */
export const SIGNS: Record<string, string> = { yes: "✓", no: "✗", repaired: "↺", "": "?" };

export type BySector = Record<Sector, number>;

export interface RollResult extends Result {
  rule: "roll";
  members: BySector;
  present: BySector;
  needed: number;
  quorate: boolean;
  /** Sectors that have members, none of whom is here. */
  lacking: Sector[];
  /** Sectors that have more than 49 of 100 votes. */
  heavy: Sector[];
}

export interface Said {
  who: string;
  sector: Sector | "";
  word: string;
}

export interface AboutMeasure {
  id: string;
  title: string;
  said: Said[];
}

export interface InterestsResult extends Result {
  rule: "interests";
  measures: AboutMeasure[];
}

export interface GateItem {
  id: string;
  title: string;
  answers: Record<string, string>;
  stands: "in" | "out" | "open";
}

export interface GateResult extends Result {
  rule: "gate";
  items: GateItem[];
  objections: AboutMeasure[];
}

export interface ResolutionResult extends Result {
  rule: "resolution";
  majority: "simple" | "two_thirds";
  counts: Record<"yes" | "no" | "abstain", number>;
  adopted: boolean;
  votes: (Said & { answer: string })[];
  measures: { id: string; title: string }[];
}

/** Count the present by sector, as long as the roll is being called. */
export function presentOf(voices: readonly { sector: Sector | "" }[]): BySector {
  const of = (sector: Sector) => voices.filter((voice) => voice.sector === sector).length;
  return { private: of("private"), public: of("public"), "semi-public": of("semi-public") };
}

/** How many of the members make a quorum: half or two of three, rounded up, or none. */
export function neededOf(members: readonly number[], quorum: string): number {
  const all = members.reduce((sum, n) => sum + n, 0);
  if (quorum === "none") return 0;
  return quorum === "two_thirds" ? Math.ceil((2 * all) / 3) : Math.ceil(all / 2);
}

/** Whether a measure stands before the nine questions: all settled with yes or repaired, one no, or still open. */
export function standing(sheet: Record<string, string | number> | undefined): GateItem["stands"] {
  const answers = QUESTIONS.map((k) => String(sheet?.[k] ?? ""));
  const wordless = QUESTIONS.some((k, i) => ["no", "repaired"].includes(answers[i] ?? "") && !sheet?.[`${k}_word`]);
  if (wordless) return "open";
  if (answers.includes("no")) return "out";
  return answers.every(Boolean) ? "in" : "open";
}
