/** What every vote may tell beside its kind's own figures: what is shown so far, its quorum, its lots and its rules. */

import type { Translate } from "../i18n";
import type { Activity, Joined, Lot, Result, VoteResult } from "../records";

export interface TopItem {
  id: string;
  title: string;
  short: string;
  place: number;
  figure?: number | string;
}

/** A result of which only a part has left the server. */
export interface PartOfResult extends VoteResult {
  rule: "turnout" | "top";
  items?: TopItem[];
}

/** The part that is shown of a vote whose result is not shown in full, if any. */
export function partOf(step: Activity): PartOfResult | null {
  const rule = step.result?.rule;
  return rule === "turnout" || rule === "top" ? (step.result as PartOfResult) : null;
}

/** The next things that may be shown, in their order; the last one is all there is. */
export function stepsAhead(step: Activity): string[] {
  const steps = STEPS[step.kind] ?? ["turnout"];
  if (step.phase === "revealed") return told(step.result)?.withheld ? ["all"] : [];
  if (step.phase !== "closed") return [];
  return steps.filter((one) => ORDER.indexOf(one) > ORDER.indexOf(step.revealed ?? ""));
}

const ORDER = ["", "turnout", "top", "totals", "all"];
const STEPS: Record<string, string[]> = {
  dots: ["turnout", "top", "totals"],
  choice: ["turnout", "top", "totals"],
  ranking: ["turnout", "top", "totals"],
  fund: ["turnout", "totals"],
  scale: ["turnout", "totals"],
  scores: ["turnout", "totals"],
  number: ["turnout", "totals"],
};

function told(result: Result | null | undefined): VoteResult | null {
  return (result as VoteResult | null | undefined) ?? null;
}

/** The quorum that a shown result lacks. */
export function lacking(step: Activity): { need: number; cast: number } | null {
  const result = told(step.result);
  return result?.quorum && !result.quorum.reached ? { need: result.quorum.need, cast: result.cast } : null;
}

interface Placed {
  id: string;
  title: string;
  short: string;
  place: number;
  dots?: number;
  n?: number;
}

/** The first places that several share and on which something was given, with the names in board order. */
export function levelPlaces(step: Activity): { place: number; names: string[] }[] {
  const places = new Map<number, string[]>();
  for (const item of placed(step)) {
    if (Number(item.dots ?? item.n ?? 1) <= 0) continue;
    places.set(item.place, [...(places.get(item.place) ?? []), item.short || item.title]);
  }
  return [...places].filter(([, names]) => names.length > 1).map(([place, names]) => ({ place, names }));
}

/** A lot's names in its order. */
export function namesOf(step: Activity, lot: Lot): string[] {
  const items = placed(step);
  return lot.order.map((id) => items.find((item) => item.id === id)).map((item) => item?.short || item?.title || "");
}

function placed(step: Activity): Placed[] {
  const items = (step.result as { items?: Placed[] } | null | undefined)?.items ?? [];
  return items.filter((item) => item.place !== undefined);
}

/** What was said after the vote to be the same as another thing. */
export function joinedOf(step: Activity): Joined[] {
  return told(step.result)?.joined ?? [];
}

/** What an option counts as by now: itself, or what it was joined into, by however many steps. */
export function countsAs(step: Activity, id: string): string {
  return joinedOf(step).reduce((now, { gone, into }) => (now === gone ? into : now), id);
}

/** The names of what was joined into an option. */
export function joinedInto(step: Activity, id: string): string[] {
  return joinedOf(step)
    .filter(({ gone }) => countsAs(step, gone) === id)
    .map(({ short, title }) => short || title);
}

/** What a join is told with: both names, the figures before and after. */
export function joinedWords(step: Activity, join: Joined): { gone: string; into: string; one: number; other: number; n: number } {
  const later = joinedOf(step).find(({ gone }) => gone === join.into);
  const into = later ?? placed(step).find(({ id }) => id === join.into);
  const [other, one] = join.before;
  return { gone: join.short || join.title, into: into?.short || into?.title || "", one, other, n: join.after };
}

/** Six figures in two threes, so that they can be read aloud. */
export function lotNumber(lot: Lot): string {
  const figures = String(lot.number).padStart(6, "0");
  return `${figures.slice(0, 3)} ${figures.slice(3)}`;
}

/** The rules that are fixed when a vote opens, in words: what falls level, how figures are rounded, the quorum. */
export function rulesOf(step: Activity, t: Translate): { ties: string; rounding: string; quorum: string } {
  const { ties, quorum, quorum_as } = step.settings;
  return {
    ties: ties ? t(`vote.words.ties.${ties}`) : "",
    rounding: t("vote.words.rounding"),
    quorum: Number(quorum) > 0 ? t(`vote.words.quorum_${quorum_as}`, { n: Number(quorum) }) : "",
  };
}
