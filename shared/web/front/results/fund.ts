/** The result of sharing out a fund, and how money is written and counted on every screen. */

import type { Board } from "../board";
import type { Activity, Sector, VoteResult } from "../records";
import { optionsOf } from "../select";

export type FundRule = "most" | "score" | "equal_shares";

export interface FundItem {
  id: string;
  title: string;
  short: string;
  place: number;
  cost: number;
  /** Supporters. */
  votes: number;
  /** Points; marks of a rating with two decimals. */
  score: number | string;
  by_sector?: Partial<Record<Sector, number>>;
}

/** One line of the account. */
export interface FundStep {
  id: string;
  votes: number;
  cost: number;
  /** "" it is paid; else why not. */
  why: "" | "too_dear" | "shares" | "no_support" | "barred";
  /** Money left then. */
  left: number;
  /** What told it apart from level ones. */
  tie: "" | "cost" | "supporters" | "lot";
  missing?: number | string;
  /** Equal Shares: the most that one supporter pays, and the effective number of supporters. */
  price?: string;
  strength?: string;
  together?: string;
}

export interface FundSum {
  chosen: string[];
  spent: number;
  left: number;
}

export interface FundResult extends VoteResult, FundSum {
  rule: "fund";
  by: FundRule;
  ballot: "approval" | "points";
  points: number;
  currency: string;
  budget: number;
  lot: number;
  items: FundItem[];
  reserve: string[];
  steps: FundStep[];
  share?: {
    plain: string;
    final: string;
    raised: number;
    step: number;
    voters: number;
    plain_chosen: string[];
    plain_spent: number;
  };
  compare: (FundSum & { rule: FundRule; credit?: Partial<Record<Sector, number>> })[];
}

/** Write a sum: 9800 and EUR give "9 800 EUR"; cents only where there are some. */
export function money(amount: number | string, currency: string): string {
  const [whole = "", cents = ""] = String(amount).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  return `${grouped}${/[1-9]/.test(cents) ? `.${cents}` : ""}\u00a0${currency}`;
}

/** What each option costs by its id; 0 where nobody has said it. */
export function costsOf(board: Board, step: Activity): Map<string, number> {
  const costs = (step.settings.costs as number[] | undefined) ?? [];
  const own = step.settings.about === "own" || step.phase !== "draft";
  return new Map(
    optionsOf(board, step).map((option) => {
      const at = step.phase === "draft" ? Number(option.id.slice(4)) - 1 : step.options.indexOf(option.id);
      const cost = own ? costs[at] : board.get("measure", option.id)?.sheet?.asked;
      return [option.id, Number(cost ?? 0)];
    }),
  );
}

/** The result's measures by their ids. */
export function itemsOf(result: FundResult): Map<string, FundItem> {
  return new Map(result.items.map((item) => [item.id, item]));
}

/** What one ballot's share was used for: each measure takes its price, or what is left of the share. */
export function ownShare(result: FundResult, supports: (id: string) => boolean): { paid: [string, number][]; rest: number } {
  let rest = Number(result.share?.final ?? 0);
  const paid: [string, number][] = [];
  for (const step of result.steps) {
    if (step.why || step.price === undefined || !supports(step.id)) continue;
    const part = Math.min(Number(step.price), rest);
    rest -= part;
    paid.push([step.id, part]);
  }
  return { paid, rest };
}
