/** A paper of choices and what may be done to it. Pure: a new paper each time. */

import type { Activity } from "../../../../shared/web/front/records";
import type { Option } from "../../../../shared/web/front/select";

export type ChoicePaper = string[];

/** A paper as it is kept: what was chosen, and with a reason both together. */
export type KeptPaper = ChoicePaper | { chosen?: ChoicePaper; text?: string };

export function chosenOf(paper: KeptPaper | null | undefined): ChoicePaper {
  return Array.isArray(paper) ? paper : (paper?.chosen ?? []);
}

export function reasonOf(paper: KeptPaper | null | undefined): string {
  return Array.isArray(paper) ? "" : (paper?.text ?? "");
}

/** Put what was chosen and the reason together; without a reason a paper is the list alone. */
export function paperOf(chosen: ChoicePaper, text: string): KeptPaper {
  return text ? { chosen, text } : chosen;
}

export interface ChoiceRule {
  least: number;
  /** 0: any number. */
  most: number;
}

export function ruleOf(settings: Record<string, unknown>): ChoiceRule {
  return { least: Number(settings.least ?? 0), most: Number(settings.most ?? 1) };
}

/** Whether one more would be too many; a single choice is exchanged instead. */
export function full(paper: ChoicePaper, rule: ChoiceRule): boolean {
  return rule.most > 1 && paper.length >= rule.most;
}

/** Choose an option, or take the choice back; the same paper where it takes no more. */
export function toggle(paper: ChoicePaper, option: string, rule: ChoiceRule): ChoicePaper {
  if (paper.includes(option)) return paper.filter((other) => other !== option);
  if (rule.most === 1) return [option];
  return full(paper, rule) ? paper : [...paper, option];
}

/** Choices that the facilitator wrote stand as written: yes comes before no, and abstaining last. */
export function inOrder(activity: Activity, options: Option[]): Option[] {
  if (activity.settings.about !== "own") return options;
  return [...options].sort((a, b) => activity.options.indexOf(a.id) - activity.options.indexOf(b.id));
}
