/** A paper of scores and what may be done to it. Pure: a new paper each time. */

import type { Role, Score } from "../../../../shared/web/front/results/scores";
import type { Option } from "../../../../shared/web/front/select";

export type Answers = Record<string, Score>;

export interface ScoresPaper {
  role?: Role;
  /** By item: the answers by the number of the question, or "recused" where it is one's own. */
  answers?: Record<string, Answers | "recused">;
}

export const UNKNOWN = "unknown";

/** What was answered to a question, counted from 0. */
export function answerOf(paper: ScoresPaper, item: string, question: number): Score | undefined {
  const given = paper.answers?.[item];
  return given === undefined || given === "recused" ? undefined : given[question + 1];
}

export function isOwn(paper: ScoresPaper, item: string): boolean {
  return paper.answers?.[item] === "recused";
}

/** Answer a question, or take the answer back where it is the same. */
export function answer(paper: ScoresPaper, item: string, question: number, score: Score): ScoresPaper {
  const given = paper.answers?.[item];
  const answers: Answers = given === undefined || given === "recused" ? {} : { ...given };
  if (answers[question + 1] === score) delete answers[question + 1];
  else answers[question + 1] = score;
  return withItem(paper, item, Object.keys(answers).length ? answers : undefined);
}

/** Leave an item out as one's own, or score it after all. */
export function recuse(paper: ScoresPaper, item: string): ScoresPaper {
  return withItem(paper, item, isOwn(paper, item) ? undefined : "recused");
}

function withItem(paper: ScoresPaper, item: string, given: Answers | "recused" | undefined): ScoresPaper {
  const answers = { ...paper.answers };
  if (given === undefined) delete answers[item];
  else answers[item] = given;
  return { ...paper, answers };
}

/** The questions that are still open, in the order of the items. */
export function openOnes(
  paper: ScoresPaper,
  items: Option[],
  asked: (item: string) => number[],
): { item: string; question: number }[] {
  return items.flatMap(({ id }) =>
    isOwn(paper, id)
      ? []
      : asked(id)
          .filter((question) => answerOf(paper, id, question) === undefined)
          .map((question) => ({ item: id, question })),
  );
}
