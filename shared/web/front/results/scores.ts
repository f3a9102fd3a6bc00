/** Scores: what may be answered on each scale, and the result that every screen shows. */

import type { Activity, Sector, VoteResult } from "../records";

export type Scale = "reach" | "lights" | "stars" | "agreement" | "future";
export type Score = number | string;
export type Role = "implementer" | "user" | "other";
export type Light = "green" | "yellow" | "red";

/** As in shared/voting/scores.py: the lowest or first answer first. */
export const SCALES: Record<Scale, readonly Score[]> = {
  reach: [1, 2, 3, 4],
  lights: ["yes", "unsure", "no"],
  stars: [0, 1, 2, 3, 4, 5],
  agreement: [1, 2, 3, 4, 5],
  future: ["go_on", "change", "grow", "hand_over", "stop"],
};
export const ROLES: readonly Role[] = ["implementer", "user", "other"];

export interface ScoresCell {
  /** Answers on the scale, those who do not know, and how often each answer was given. */
  n: number;
  unknown: number;
  counts: number[];
  /** Median, mean or percent of yes; absent where nobody answered. */
  figure?: string;
  exact?: string;
  light?: Light;
  /** Between these lies the middle half of the answers. */
  middle?: [number, number];
  far_apart?: boolean;
  /** The answers that were given most often, of a scale without figures. */
  most?: Score[];
  by_sector?: Partial<Record<Sector, string>>;
  balanced?: string;
  by_role?: Partial<Record<Role, string>>;
  /** The figure of the first round. */
  before?: string;
}

export interface ScoresItem {
  id: string;
  title: string;
  short: string;
  cells: ScoresCell[];
  /** Ballots of those who left out their own. */
  recused: number;
  place?: number;
  balanced_place?: number;
  /** How the vote before weighed it; `high` is in percent of the first. */
  weight?: { place: number; dots?: number; high: string };
}

export interface ScoresResult extends VoteResult {
  rule: "scores";
  scale: Scale;
  figure: "median" | "mean" | "share" | "counts";
  questions: string[];
  items: ScoresItem[];
  /** Ballots a role, of those that are large enough to be told. */
  roles?: Partial<Record<Role, number>>;
  gaps?: { id: string; question: number; gap: string }[];
  work?: string[];
  advocacy?: string[];
  goes_on?: string[];
  ties?: { ids: string[]; by: "median" | "" }[];
}

/** The questions that are asked of an item, counted from 0: in a second look maybe only the disputed ones. */
export function askedOf(step: Activity, item: string): number[] {
  const lines = step.settings.lines as Record<string, string[]> | undefined;
  return questionsOf(step).flatMap((_, i) => (!lines || lines[item]?.includes(String(i + 1)) ? [i] : []));
}

export function scaleOf(step: Activity): Scale {
  return step.settings.scale as Scale;
}

/** What is asked of each item: the step's short questions, or else its own. */
export function questionsOf(step: Activity): string[] {
  const questions = (step.settings.questions as string[] | undefined) ?? [];
  return questions.length ? questions : [step.question];
}

/** The result's items by their ids. */
export function byId(result: ScoresResult): Map<string, ScoresItem> {
  return new Map(result.items.map((item) => [item.id, item]));
}

/** A figure without noughts behind the point: 3.0 is 3, 66.67 is 67 %. */
export function plainFigure(result: ScoresResult, figure: string | undefined): string {
  if (figure === undefined) return "–";
  return result.figure === "share" ? `${Math.round(Number(figure))} %` : figure.replace(/\.0+$/, "");
}
