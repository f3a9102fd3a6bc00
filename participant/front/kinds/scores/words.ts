/** How a score is written where there is little room. */

import type { Translate } from "../../../../shared/web/front/i18n";
import type { Scale, Score } from "../../../../shared/web/front/results/scores";
import { UNKNOWN } from "./paper";

export function shortOf(t: Translate, scale: Scale, score: Score | undefined): string {
  if (score === undefined) return "–";
  if (score === UNKNOWN) return "?";
  return typeof score === "number" ? String(score) : t(`scores.words.${scale}.${score}`);
}
