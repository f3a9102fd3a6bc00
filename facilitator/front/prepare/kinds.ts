/** The kinds of activity as the server describes them; nothing here knows a single one of them. */

import type { Activity } from "../../../shared/web/front/records";

export type FieldType = "flag" | "number" | "choice" | "lines" | "numbers" | "text" | "code" | "figure";

export interface Field {
  name: string;
  label: string;
  /** What it does, where the label does not say it all. */
  hint: string;
  type: FieldType;
  default: unknown;
  /** One of those that every vote has. */
  common: boolean;
  least?: number;
  most?: number;
  options?: [string, string][];
}

export interface KindOf {
  kind: string;
  name: string;
  about: string;
  group: string;
  makes: string | null;
  takes: string[];
  votes: boolean;
  fields: Field[];
}

export type Kinds = Record<string, KindOf>;

/** Write a setting as its field shows it. */
export function shown(field: Field, value: unknown): string | boolean {
  if (field.type === "flag") return value === true;
  return Array.isArray(value) ? value.join("\n") : String(value ?? "");
}

/** Read a field back as the setting that it stands for; undefined where it is no number yet. */
export function read(field: Field, typed: string | boolean): unknown {
  if (typeof typed === "boolean") return typed;
  const line = typed.replace(/\s+/g, " ").trim();
  const rows = typed
    .split("\n")
    .map((row) => row.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  switch (field.type) {
    case "number":
      return whole(typed);
    case "numbers": {
      const numbers = rows.map(whole);
      return numbers.includes(undefined) ? undefined : numbers;
    }
    case "lines":
      return [...new Set(rows)];
    case "code":
      return line.toUpperCase();
    case "figure":
      return line.replace(",", ".");
    default:
      return field.type === "choice" ? typed : line;
  }
}

/** People write 10 000. */
function whole(typed: string): number | undefined {
  const tidy = typed.replace(/\s+/g, "");
  return /^-?\d+$/.test(tidy) ? Number(tidy) : undefined;
}

/** The earlier steps from which one may take its input, the nearest first. */
export function sourcesOf(kinds: Kinds, agenda: readonly Activity[], step: Activity): Activity[] {
  const takes = kinds[step.kind]?.takes ?? [];
  return agenda.filter((other) => other.position < step.position && takes.includes(kinds[other.kind]?.makes ?? "")).reverse();
}

/** The step that is taken where none is named: the nearest that makes what is taken best. */
export function nearestOf(kinds: Kinds, agenda: readonly Activity[], step: Activity): Activity | undefined {
  const sources = sourcesOf(kinds, agenda, step);
  for (const wanted of kinds[step.kind]?.takes ?? []) {
    const found = sources.find((other) => kinds[other.kind]?.makes === wanted);
    if (found) return found;
  }
  return undefined;
}
