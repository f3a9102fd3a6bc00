/** What became of measures: names, limits and order as in shared/domain/evaluations.py and sustainability.py. */

import type { Translate } from "./i18n";
import type { Activity, BudgetLine, Indicator, Measure, Reached } from "./records";

export const LINES = ["effect", "month", "total", "own", "champion"] as const;
/** Figures that all measures tell in the same units; whole numbers but where decimals are told. */
export const COMMON = [
  "trained",
  "participations",
  "jobs",
  "fte",
  "income",
  "households",
  "firms",
  "extra_income",
  "products",
  "money",
  "public",
].map((code) => `common-${code}`);
const WITH_DECIMALS = new Set(["common-fte"]);
export const PROOFS = ["list", "photo", "book", "statement", "none"] as const;
export const STATES = ["confirmed", "disputed"] as const;
export const QUESTIONS = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"] as const;
export const ANSWERS = ["yes", "partly", "no"] as const;
export const TIMES = ["Te", "T6", "T12", "T24"] as const;
export const FIGURES = ["Q5_jobs", "Q5_firms"] as const;
export const MOST_INDICATORS = 6;
export const WAYS = ["visit", "call", "paper"] as const;
export const LIMITS = { value: 120, remark: 160, word: 160, proof_word: 160, checker: 120 } as const;
export const INDICATOR_LIMITS = { name: 120, unit: 40, base: 40, target: 40 } as const;
/** Signs beside the words, so that a grid is read at a glance. */
export const SIGNS: Record<string, string> = { yes: "✓", partly: "±", no: "×", "": "?" };
/** How a verdict looks: its sign and its chip. */
export const VERDICTS: Record<string, { sign: string; chip: string }> = {
  effective: { sign: "✓", chip: "ok" },
  partly: { sign: "±", chip: "wait" },
  ended: { sign: "×", chip: "open" },
  not_verified: { sign: "?", chip: "" },
};
const FIGURE = /^\d{1,6}(\.\d{1,2})?$/;
const LARGE = /^\d{1,12}(\.\d{1,2})?$/;
const WHOLE = /^\d{1,12}$/;
const GROUPS = /[\s\u00a0\u202f.,'’](?=\d{3}(?!\d))/g; // people write 10 000

export const PARTS = ["facts", "check", "worth", "dates"] as const;
export type Part = (typeof PARTS)[number];

export function partOf(step: Activity): Part {
  return (step.settings.part as Part | undefined) ?? "facts";
}

export function timeOf(step: Activity): string {
  return String(step.settings.time ?? "T12");
}

/** Where the answers of a step stand among a measure's checks. */
export function keptUnder(step: Activity): string {
  return partOf(step) === "worth" ? "worth" : timeOf(step);
}

/** One line of a plan: what was planned, in words to show, and what was reached. */
export interface PlanLine {
  id: string;
  indicator?: Indicator;
  /** One of those that all measures tell in the same units. */
  common?: boolean;
  /** A line of the budget; `sum`: all of them together, which nobody tells. */
  money?: BudgetLine;
  sum?: boolean;
  planned: string;
  reached: Reached;
}

/** All lines of a measure's plan: the five of every plan, its own, then the figures that all measures tell. */
export function planLines(step: Activity, measure: Measure, language: string): PlanLine[] {
  const champions = step.settings.champions as Record<string, string> | undefined;
  const sheet = measure.sheet ?? {};
  const reached = measure.reached ?? {};
  const fixed = LINES.map((id) => ({
    id,
    planned: id === "champion" ? (champions?.[measure.id] ?? measure.champion) : shown(sheet[id], id, language),
    reached: reached[id] ?? {},
  }));
  const own = (measure.indicators ?? []).map((indicator) => ({
    id: indicator.id,
    indicator,
    planned: [indicator.target, indicator.target && indicator.unit].filter(Boolean).join(" "),
    reached: reached[indicator.id] ?? {},
  }));
  const budget = (measure.budget ?? []).map((money) => ({
    id: money.id,
    money,
    planned: money.planned && new Intl.NumberFormat(language).format(Number(money.planned)),
    reached: reached[money.id] ?? {},
  }));
  const common = COMMON.map((id) => ({ id, common: true, planned: "", reached: reached[id] ?? {} }));
  return [...fixed, ...own, ...budget, ...sumOf(measure, language), ...common];
}

/** What was spent over all lines of a budget, in hundredths; null while one is not told or is disputed. */
export function spentOf({ budget, reached }: Measure): number | null {
  const told = (budget ?? []).map(({ id }) => reached?.[id]);
  const whole = told.length > 0 && told.every((one) => one?.value && one.state !== "disputed");
  return whole ? hundredths(told.map((one) => one?.value ?? "")) : null;
}

function hundredths(figures: string[]): number {
  return figures.reduce((sum, figure) => sum + Math.round(100 * Number(figure)), 0);
}

/** The lines of a budget added up, exactly; what was spent only once all of them are told and none is disputed. */
function sumOf(measure: Measure, language: string): PlanLine[] {
  const lines = measure.budget ?? [];
  if (!lines.length) return [];
  const planned = hundredths(lines.map((line) => line.planned));
  const spent = spentOf(measure);
  const number = (n: number) => new Intl.NumberFormat(language).format(n / 100);
  const apart = new Intl.NumberFormat(language, { signDisplay: "exceptZero" }).format(((spent ?? 0) - planned) / 100);
  const value = spent === null ? "" : spent === planned ? number(spent) : `${number(spent)} (${apart})`;
  return [{ id: "budget", sum: true, planned: number(planned), reached: { value } }];
}

/** The lines that there is anything to tell of. */
export function toldLines(lines: PlanLine[]): PlanLine[] {
  return lines.filter(
    (line) => line.indicator || line.planned || line.reached.value || line.reached.earlier || line.reached.remark,
  );
}

export function lineName(t: Translate, line: PlanLine): string {
  if (line.money) {
    const { item, payer } = line.money;
    return payer ? `${item} (${t(`evaluation.words.payer.${payer}`)})` : item;
  }
  return line.indicator?.name ?? t(`evaluation.words.line.${line.id}`);
}

/** Whether an answer counts: it is given, and it has a word of proof. */
function counts(check: Record<string, string> | undefined, question: string): boolean {
  return Boolean(check?.[question] && check[`${question}_word`]);
}

/** The answer that counts, "" where there is none with a word of proof. */
export function answerTo(check: Record<string, string> | undefined, question: string): string {
  return counts(check, question) ? (check?.[question] ?? "") : "";
}

/** "Full jobs today: 4 · Firms today: 2", empty where no figure is told. */
export function figureWords(t: Translate, check: Record<string, string> | undefined): string {
  const jobs = check?.Q5_jobs ? `${t("evaluation.words.jobs")}: ${check.Q5_jobs}` : "";
  const firms = check?.Q5_firms ? `${t("evaluation.words.firms")}: ${check.Q5_firms}` : "";
  return [jobs, firms].filter(Boolean).join(" · ");
}

/** What is typed for a number of jobs or firms: the figure, "" where empty, undefined where it is none. */
export function figureOf(typed: string): string | undefined {
  const text = typed.trim().replace(",", ".");
  return !text || FIGURE.test(text) ? text : undefined;
}

/** What is typed for a common figure: the figure, "" where empty, undefined where it is none. */
export function commonFigure(line: string, typed: string): string | undefined {
  const decimals = WITH_DECIMALS.has(line);
  const text = decimals ? typed.replace(/[\s'’]/g, "").replace(",", ".") : typed.trim().replace(GROUPS, "");
  return !text || (decimals ? LARGE : WHOLE).test(text) ? text : undefined;
}

/** What may be kept of what was typed for a line: words, of a common figure a figure; undefined where it is none. */
export function keepable(line: PlanLine, typed: string): string | undefined {
  if (line.money) return moneyFigure(typed);
  return line.common ? commonFigure(line.id, typed) : typed.trim();
}

/** What is typed for a line of the budget: a figure with up to two decimals, "" where empty, undefined where it is none. */
function moneyFigure(typed: string): string | undefined {
  const plain = typed
    .trim()
    .replace(GROUPS, "")
    .replace(/[\s'’]/g, "")
    .replace(",", ".");
  return !plain || LARGE.test(plain) ? plain : undefined;
}

export interface Total {
  id: string;
  value: number;
  /** By how many measures it is told. */
  known: number;
}

/** The common figures of several measures, each added up over those that tell it; what is disputed is left out. */
export function totalsOf(measures: readonly Measure[]): Total[] {
  return COMMON.flatMap((id) => {
    const told = measures.map(({ reached }) => reached?.[id]).filter((one) => one?.value && one.state !== "disputed");
    const hundredths = told.reduce((sum, one) => sum + Math.round(100 * Number(one?.value)), 0);
    return told.length ? [{ id, value: hundredths / 100, known: told.length }] : [];
  });
}

export interface Rate {
  effective: number;
  checked: number;
  due: number;
}

/** How many of the checked measures are still effective; what is not verified is left out. */
export function rateOf(measures: readonly Measure[], time: string): Rate {
  const verdicts = measures.map((measure) => verdictOf(measure, time)).filter((verdict) => verdict !== "not_verified");
  return {
    effective: verdicts.filter((verdict) => verdict === "effective").length,
    checked: verdicts.length,
    due: measures.length,
  };
}

export function verdictOf(measure: Measure, time: string): string {
  return measure.checks?.[time]?.verdict ?? "not_verified";
}

/** "3 of 4 still effective (75 %), checked 4 of 6". */
export function rateWords(t: Translate, { effective, checked, due }: Rate): string {
  const share = { n: effective, of: checked, percent: Math.round((100 * effective) / Math.max(1, checked)) };
  const told = checked ? t("evaluation.words.rate", share) : t("evaluation.words.no_rate");
  return `${told} · ${t("evaluation.words.checked", { n: checked, of: due })}`;
}

function shown(value: string | number | undefined, id: string, language: string): string {
  if (value === undefined || value === "") return "";
  return typeof value === "number" && id !== "month" ? new Intl.NumberFormat(language).format(value) : String(value);
}
