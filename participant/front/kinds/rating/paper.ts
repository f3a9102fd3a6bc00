/** A paper of scores and what may be done to it. Pure: a new paper each time. */

import { CRITERIA, HIGHEST } from "../../../../shared/web/front/results/rating";

/** Scores 0 to 5 by criterion, and lines of reason beside low and high ones. */
export interface Scores {
  reasons?: Record<string, string>;
  [criterion: string]: number | Record<string, string> | undefined;
}

export type RatingPaper = Record<string, Scores | "recused">;

export const REASON_LENGTH = 120;

/** The paper as the server takes it: nobody scores a measure in which they have declared an interest. */
export function without(paper: RatingPaper, declared: ReadonlySet<string>): RatingPaper {
  return [...declared].reduce(standAside, paper);
}

export function scoresOf(paper: RatingPaper, item: string): Scores {
  const scores = paper[item];
  return scores === undefined || scores === "recused" ? {} : scores;
}

export function scoreOf(scores: Scores, criterion: string): number | undefined {
  const score = scores[criterion];
  return typeof score === "number" ? score : undefined;
}

export function aside(paper: RatingPaper, item: string): boolean {
  return paper[item] === "recused";
}

/** Give a score, or take it back. */
export function give(paper: RatingPaper, item: string, criterion: string, score: number | undefined): RatingPaper {
  const { [criterion]: _, ...others } = scoresOf(paper, item);
  return { ...paper, [item]: score === undefined ? others : { ...others, [criterion]: score } };
}

export function reason(paper: RatingPaper, item: string, criterion: string, text: string): RatingPaper {
  const scores = scoresOf(paper, item);
  return { ...paper, [item]: { ...scores, reasons: { ...scores.reasons, [criterion]: text } } };
}

export function standAside(paper: RatingPaper, item: string): RatingPaper {
  return { ...paper, [item]: "recused" };
}

/** Whether a score is one that is to be given with a reason. */
export function wantsReason(score: number | undefined): boolean {
  return score !== undefined && (score <= 1 || score === HIGHEST);
}

/** The criteria of a measure that have no score yet. */
export function open(paper: RatingPaper, item: string): string[] {
  if (aside(paper, item)) return [];
  const scores = scoresOf(paper, item);
  return CRITERIA.filter((c) => scoreOf(scores, c) === undefined);
}

/** The criteria of a measure whose score still lacks its reason. */
export function unreasoned(paper: RatingPaper, item: string): string[] {
  if (aside(paper, item)) return [];
  const scores = scoresOf(paper, item);
  return CRITERIA.filter((c) => wantsReason(scoreOf(scores, c)) && !scores.reasons?.[c]?.trim());
}

/** Take the scores of the first round over, but not where the room was far apart, nor what is scored anew. */
export function takeOver(paper: RatingPaper, item: string, first: Scores, flags: readonly string[]): RatingPaper {
  const scores = scoresOf(paper, item);
  const over = open(paper, item).filter((c) => scoreOf(first, c) !== undefined && !flags.includes(c));
  const reasons = { ...scores.reasons };
  for (const c of over) if (first.reasons?.[c] && !reasons[c]) reasons[c] = first.reasons[c] as string;
  let next: RatingPaper = { ...paper, [item]: Object.keys(reasons).length ? { ...scores, reasons } : scores };
  for (const c of over) next = give(next, item, c, scoreOf(first, c));
  return next;
}
