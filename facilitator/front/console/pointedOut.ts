/** What the server points out when it is asked, and does not keep: suggested groups, likely twins. */

import type { Refusal } from "../../../shared/web/front/records";
import type { App } from "./app";

export interface SuggestedGroup {
  /** A group that there is; null: a new one. */
  into: string | null;
  title: string;
  cards: string[];
  /** In percent, where it comes from everybody's own sorting. */
  agreement?: number;
}

/** What groups are suggested from: the cards' words, or everybody's own sorting. */
export type Source = "words" | "own";

export interface Suggested {
  ok: true;
  groups: SuggestedGroup[];
  /** Of how many free cards. */
  of: number;
  /** How many people have sorted at least two of them by themselves. */
  people: number;
}

export interface LikelyPair {
  one: string;
  other: string;
  likeness: number;
  why: "text" | "spelling" | "words" | "matter";
  shared: string[];
}

export interface Twins {
  ok: true;
  pairs: LikelyPair[];
  /** How many more there are, not listed. */
  more: number;
}

export function askForGroups(app: App, step: string, from: Source): Promise<Suggested | Refusal> {
  return ask(app, `${app.boot.urls.groups}?step=${encodeURIComponent(step)}&from=${from}`);
}

export function askForTwins(app: App, step: string): Promise<Twins | Refusal> {
  return ask(app, `${app.boot.urls.twins}?step=${encodeURIComponent(step)}`);
}

async function ask<T>(app: App, url: string): Promise<T | Refusal> {
  try {
    const answer = await fetch(url, { credentials: "same-origin", cache: "no-store", redirect: "error" });
    if (answer.ok) return (await answer.json()) as T;
  } catch {
    // told below: whatever kept the answer away, there is none
  }
  return { ok: false, code: "no_line", message: app.t("console.toast.no_line"), retry: true };
}
