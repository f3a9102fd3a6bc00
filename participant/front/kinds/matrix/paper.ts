/** A paper of ratings: what was said of each factor. */

import type { Activity } from "../../../../shared/web/front/records";
import { shuffled } from "../../shuffle";

/** A rating of null is "don't know". */
export interface Said {
  rating?: number | null;
  importance?: number;
  /** -1 worse, 0 the same, 1 better than three years ago; where the step asks for it. */
  trend?: number;
}

export type Paper = Record<string, Said>;

/** Nothing is left to be asked about a factor. */
export function isDone(said: Said | undefined, trend = false): boolean {
  if (said?.rating === undefined || said.rating === null) return said?.rating === null;
  return said.importance !== undefined && (!trend || said.trend !== undefined);
}

/** The factors in this phone's own order. */
export function factorsOf(activity: Activity, seed: string): string[] {
  const factors = activity.options.map((id) => ({ id }));
  return shuffled(factors, `${seed}/${activity.id}`).map(({ id }) => id);
}

/** The first factor after a place, going round, of which something is still to be said; -1 where all is said. */
export function nextOpen(factors: readonly string[], paper: Paper, after: number, trend = false): number {
  for (let n = 1; n <= factors.length; n += 1) {
    const at = (after + n) % factors.length;
    if (!isDone(paper[factors[at] as string], trend)) return at;
  }
  return -1;
}
