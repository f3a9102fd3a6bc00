/** The guide of interviews, and what a round has come to: by sector, by factor. Limits as in shared/domain/interviews.py. */

import { FACTORS } from "./factors";
import type { Translate } from "./i18n";
import type { Activity, Interview, Point, Sector } from "./records";

export const LIMITS = { statement: 140, quote: 200, line_of_work: 80, place: 80, note: 160 };
export const MOST_TAGS = 3; // factors of a point

export const SECTOR_OF: Record<string, Sector> = {
  firm: "private",
  office: "public",
  chamber: "semi-public",
  ngo: "semi-public",
  bank: "semi-public",
  school: "semi-public",
  other: "semi-public",
};
export const GROUPS: readonly string[] = Object.keys(SECTOR_OF);
/** The setting that says how many interviews of a sector are wanted at least. */
export const WANTED: Record<Sector, string> = { private: "firms", public: "offices", "semi-public": "others" };

export interface Question {
  key: string;
  /** Empty: the specimen's words. */
  text: string;
  /** "all", or who is asked. */
  asks: string;
  factors: string[];
}

export function guideOf(step: Activity): Question[] {
  return (step.settings.guide ?? []) as Question[];
}

/** The questions for one who is asked; those for "other" are for everybody of the semi-public sector, and the other way round. */
export function questionsFor(step: Activity, group: string): Question[] {
  const semi = SECTOR_OF[group] === "semi-public";
  return guideOf(step).filter(({ asks }) => {
    if (asks === "all" || asks === group) return true;
    return semi && (asks === "other" || (group === "other" && SECTOR_OF[asks] === "semi-public"));
  });
}

export function wordsOf(t: Translate, question: Question): string {
  return question.text || t(`interview.words.${question.key}`);
}

/** The line that is read out before an interview. */
export function consentOf(t: Translate, step: Activity): string {
  return String(step.settings.consent || t("interview.words.consent"));
}

/** Whether a point is a finding. */
export function isFinding(point: Point): boolean {
  return point.factors.length > 0 && point.sign !== "";
}

export function interviewsBy(interviews: readonly Interview[]): Record<Sector, number> {
  const by = { private: 0, public: 0, "semi-public": 0 };
  for (const { group } of interviews) by[SECTOR_OF[group] ?? "semi-public"] += 1;
  return by;
}

/** What a round tells of a factor: interviews by sector, each counted once, and points by sign. */
export interface Heard {
  code: string;
  by: Record<Sector, number>;
  interviews: number;
  plus: number;
  minus: number;
}

/** The factors that were named, in the order of the list. */
export function heardOf(interviews: readonly Interview[]): Heard[] {
  return FACTORS.flatMap(({ code }) => {
    const naming = interviews.map((one) => ({
      one,
      points: one.answers.filter((p) => isFinding(p) && p.factors.includes(code)),
    }));
    const told = naming.filter(({ points }) => points.length > 0);
    if (!told.length) return [];
    const points = told.flatMap((each) => each.points);
    const plus = points.filter(({ sign }) => sign === "+").length;
    return [{ code, by: interviewsBy(told.map(({ one }) => one)), interviews: told.length, plus, minus: points.length - plus }];
  });
}

/** The core factors, and others that were named, of which a sector has not spoken. */
export function unheardBy(heard: readonly Heard[], sector: Sector): string[] {
  const known = new Map(heard.map((one) => [one.code, one]));
  return FACTORS.filter(({ code, core }) => (core || known.has(code)) && !known.get(code)?.by[sector]).map(({ code }) => code);
}
