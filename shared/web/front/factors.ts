/** The location factors, as shared/domain/factors.py lists them: H hard or S soft, the usual reach, * for the core. */

export type Reach = "L" | "R" | "N";

export interface Factor {
  code: string;
  group: string;
  hard: boolean;
  reach: Reach;
  core: boolean;
}

const LISTED: Record<string, string> = {
  "1": "HR* HR HR* HN HL*",
  "2": "HN* HR* HR* HR HL* HN",
  "3": "HR* HL* HL* HL* HR",
  "4": "HR* HN HR* HN",
  "5": "HR HL* HL* HR HL* HL",
  "6": "HL* HR SR HR* SL* SR",
  "7": "SL* SL SL* SL* SL",
  "8": "SL* SR SR SR SL",
  "9": "SL* SL SL SL",
};

export const GROUPS: readonly string[] = Object.keys(LISTED).sort();

export const FACTORS: readonly Factor[] = GROUPS.flatMap((group) =>
  (LISTED[group] ?? "").split(" ").map((marks, at) => ({
    code: `${group}.${at + 1}`,
    group,
    hard: marks[0] === "H",
    reach: marks[1] as Reach,
    core: marks.endsWith("*"),
  })),
);

export function factorOf(code: string): Factor | undefined {
  return FACTORS.find((factor) => factor.code === code);
}
