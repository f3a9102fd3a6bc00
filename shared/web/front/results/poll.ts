/** The results of polls: votes with a single question. */

import type { Sector, VoteResult } from "../records";

/** One answer that could be given, and how many gave it. */
export interface Tallied {
  value: number;
  n: number;
  by_sector?: Partial<Record<Sector, number>>;
}

/** What a first round came to. */
export interface Before {
  n: number;
  mean?: string;
}

export interface ScaleResult extends VoteResult {
  rule: "scale";
  /** Who said that they do not know; they are not in n. */
  unsure: number;
  n: number;
  steps: Tallied[];
  /** The lower and the upper one; absent, like all that follows, where nobody gave a value. */
  median?: [number, number];
  /** With one decimal; `exact` is the fraction. */
  mean?: string;
  exact?: string;
  least?: number;
  most?: number;
  /** Between them lies the middle half. */
  half?: [string, string];
  /** The middle half covers half of the scale or more. */
  divided?: boolean;
  /** Means. */
  by_sector?: Partial<Record<Sector, string>>;
  balanced?: string;
  remarks?: Remark[];
  before?: Before;
}

/** What somebody wrote into a paper; hidden ones are not there. */
export interface Remark {
  text: string;
}

export interface NumberResult extends VoteResult {
  rule: "number";
  n: number;
  unit: string;
  /** An end that is missing is open: all that is less, or more. */
  bins: { least?: string; most?: string; n: number }[];
  median?: string;
  half?: [string, string];
  least?: string;
  most?: string;
  mean?: string;
  /** Medians. */
  by_sector?: Partial<Record<Sector, string>>;
  remarks?: Remark[];
  before?: { n: number; median?: string };
}

export interface FistResult extends VoteResult {
  rule: "fist";
  n: number;
  steps: Tallied[];
  /** Fingers below which there is no consent, and how many showed fewer. */
  asked: number;
  below: number;
  consent: boolean;
  lowest?: number;
  remarks?: Remark[];
  before?: { n: number; below: number; consent: boolean };
}

export interface CloudWord extends Remark {
  /** People. */
  n: number;
  /** 1 to 5. */
  size: number;
}

export interface CloudResult extends VoteResult {
  rule: "wordcloud";
  n: number;
  words: CloudWord[];
}

export interface FeedbackResult extends VoteResult {
  rule: "feedback";
  n: number;
  steps: Tallied[];
  mean?: string;
  exact?: string;
  remarks: Remark[];
}
