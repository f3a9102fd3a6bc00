/** Findings as they are read: by the group of their first factor. */

import { FACTORS, GROUPS } from "../factors";
import type { Finding } from "../records";

export interface FindingGroup {
  group: string;
  findings: Finding[];
}

const PLACES = new Map(FACTORS.map((factor, at) => [factor.code, at]));

/** The groups that have any findings, in the order of the list; within a group by factor, obstacles and advantages mixed. */
export function groupsOf(findings: readonly Finding[]): FindingGroup[] {
  const place = (finding: Finding) => PLACES.get(finding.factors[0] ?? "") ?? PLACES.size;
  const sorted = [...findings].sort((a, b) => place(a) - place(b) || a.position - b.position || (a.id < b.id ? -1 : 1));
  const of = (group: string) => sorted.filter((finding) => finding.factors[0]?.startsWith(`${group}.`));
  return GROUPS.map((group) => ({ group, findings: of(group) })).filter(({ findings: some }) => some.length > 0);
}
