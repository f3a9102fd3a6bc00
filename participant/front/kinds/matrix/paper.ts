/** A paper of ratings: what was said of each factor. */

import type { Activity } from "../../../../shared/web/front/records";
import { shuffled } from "../../shuffle";

/** A rating of null is "don't know". */
export interface Said {
  rating?: number | null;
  importance?: number;
}

export type Paper = Record<string, Said>;

/** Nothing is left to be asked about a factor. */
export function isDone(said: Said | undefined): boolean {
  return said !== undefined && (said.rating === null || (said.rating !== undefined && said.importance !== undefined));
}

/** The factors in this phone's own order. */
export function factorsOf(activity: Activity, seed: string): string[] {
  const factors = activity.options.map((id) => ({ id }));
  return shuffled(factors, `${seed}/${activity.id}`).map(({ id }) => id);
}

/** The first factor after a place, going round, of which something is still to be said; -1 where all is said. */
export function nextOpen(factors: readonly string[], paper: Paper, after: number): number {
  for (let n = 1; n <= factors.length; n += 1) {
    const at = (after + n) % factors.length;
    if (!isDone(paper[factors[at] as string])) return at;
  }
  return -1;
}
