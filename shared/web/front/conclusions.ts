/** What a measure was worth: names and limits as in shared/domain/conclusions.py. */

import { spentOf } from "./evaluation";
import type { Translate } from "./i18n";
import type { Measure } from "./records";
import { SECTORS } from "./sectors";

export const WORTH = "worth";
export const JUDGED = ["right", "fits", "goals", "worth", "wider", "goes_on"] as const;
export const BY = ["champion", "office", "users"] as const;
export const AGAIN = ["yes", "no"] as const;
const WHOLE = ["1", "2", "3", "4", "5"];
/** Of the users the median is told, which may lie between two numbers. */
export const SCORES: Record<(typeof BY)[number], readonly string[]> = {
  champion: WHOLE,
  office: WHOLE,
  users: ["1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5"],
};

/** One answer in words: its name, what it is called, and how many characters it takes; a day, or yes and no. */
export interface Told {
  name: string;
  label: string;
  characters: number;
  as: "words" | "day" | "again";
}

/** The answers in words under their headings, in the order in which they are asked. */
export function wordsAsked(t: Translate): { heading: string; asked: Told[] }[] {
  const words = (name: string, label: string, characters: number, as: Told["as"] = "words"): Told => ({
    name,
    label,
    characters,
    as,
  });
  const say = (key: string) => t(`evaluation.words.${key}`);
  const partners = SECTORS.flatMap((sector) => {
    const who = t(`common.sector.${sector}`);
    return [
      words(`did_${sector}`, `${who}: ${say("did")}`, 160),
      words(`again_${sector}`, `${who}: ${say("again")}`, 0, "again"),
    ];
  });
  return [
    {
      heading: say("unplanned"),
      asked: ["good", "bad"].map((name) => words(`effect_${name}`, say(`effect.${name}`), 240)),
    },
    { heading: say("partners"), asked: partners },
    {
      heading: say("lessons"),
      asked: ["helped", "hindered", "advice"].map((name) => words(`lesson_${name}`, say(`lesson.${name}`), 240)),
    },
    {
      heading: say("end"),
      asked: [
        words("end_state", say("end.state"), 160),
        words("end_next", say("end.next"), 160),
        words("end_who", say("end.who"), 120),
        words("end_when", say("end.when"), 0, "day"),
      ],
    },
  ];
}

export function worthOf(measure: Measure): Record<string, string> {
  return measure.checks?.[WORTH] ?? {};
}

/** What was told, in words to show: "" where nothing was. */
export function toldIn(t: Translate, language: string, asked: Told, value = ""): string {
  if (!value || asked.as === "words") return value;
  if (asked.as === "again") return t(`evaluation.words.answer.${value}`);
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" }).format(
    new Date(`${value}T12:00`),
  );
}

/** A score with the decimals of its reader's language. */
export function scoreIn(language: string, value = ""): string {
  return value && new Intl.NumberFormat(language).format(Number(value));
}

/** The money lines: what was given of the own part, and what one job and one trained person cost. */
export function moneyOf(t: Translate, language: string, measure: Measure): { label: string; value: string }[] {
  const reached = measure.reached ?? {};
  const spent = spentOf(measure);
  const total = figure(reached.total) ?? (reached.total?.value || spent === null ? null : spent / 100);
  const cost = (line: string) => {
    const n = figure(reached[line]);
    return total !== null && n ? new Intl.NumberFormat(language).format(Math.floor(total / n + 0.5)) : "";
  };
  return [
    { label: t("evaluation.words.own_delivered"), value: reached.own?.value ?? "" },
    { label: t("evaluation.words.cost_job"), value: cost("common-jobs") },
    { label: t("evaluation.words.cost_trained"), value: cost("common-trained") },
  ].filter(({ value }) => value);
}

const MONEY = /^(?:\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+|\d+)$/;

function figure(reached: { value?: string; state?: string } | undefined): number | null {
  const text = reached?.value?.trim() ?? "";
  if (reached?.state === "disputed" || !MONEY.test(text)) return null;
  const digits = text.replace(/\D/g, "");
  return digits.length <= 12 ? Number(digits) : null;
}
