/** A paper of one number: null for "I do not know", nothing for no answer. */

import { type Named, stepsOf } from "../../../../shared/web/front/scale";

export interface ScalePaper {
  value?: number | null;
  text?: string;
}

/** An answer in words: "4 (much)". */
export function told(settings: Record<string, unknown>, value: number | null, unsure: string): string {
  if (value === null) return unsure;
  const step = stepsOf(settings).find((other: Named) => other.value === value);
  return step?.name ? `${value} (${step.name})` : String(value);
}
