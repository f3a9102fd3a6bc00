/** A paper of one number, as text where it has decimals: figures on their way keep all of them. */

export interface NumberPaper {
  value?: number | string;
  text?: string;
}

export interface NumberRule {
  unit: string;
  decimals: number;
  /** "" : no limit. */
  least: string;
  most: string;
}

export function ruleOf(settings: Record<string, unknown>): NumberRule {
  const { unit, decimals, least, most } = settings;
  return { unit: String(unit ?? ""), decimals: Number(decimals ?? 0), least: String(least ?? ""), most: String(most ?? "") };
}

/** The paper for what somebody typed; null where it is no number that the step takes. People may write 1 200,5. */
export function paperOf(typed: string, rule: NumberRule): NumberPaper | null {
  const text = typed.replace(/[\s\u00a0\u202f']/g, "").replace(",", ".");
  if (!text) return {};
  const shape = rule.decimals ? new RegExp(`^-?\\d{1,12}(\\.\\d{1,${rule.decimals}})?$`) : /^-?\d{1,12}$/;
  if (!shape.test(text)) return null;
  if (rule.least !== "" && Number(text) < Number(rule.least)) return null;
  if (rule.most !== "" && Number(text) > Number(rule.most)) return null;
  return { value: rule.decimals ? text : Number(text) };
}

/** Which sentence tells what the step takes. */
export function limitKey({ least, most }: NumberRule): string {
  return least !== "" && most !== "" ? "range" : least !== "" ? "least" : most !== "" ? "most" : "any";
}
