/** The kinds of activity as the server describes them; nothing here knows a single one of them. */

import type { Question } from "../../../shared/web/front/interviews";
import type { Activity } from "../../../shared/web/front/records";
import { guideRead, guideShown } from "./guide";

export type FieldType = "flag" | "number" | "choice" | "lines" | "numbers" | "tags" | "text" | "code" | "figure" | "guide";

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
  /** Of a guide: the words of the specimen by key, characters of a question, and the factors by their codes. */
  specimen?: Record<string, string>;
  characters?: number;
  factors?: Record<string, string>;
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
  /** What the agendas that come with the program ask in a step of this kind, in the room's language. */
  presets: Preset[];
}

export interface Preset {
  title: string;
  question: string;
  settings: Record<string, unknown>;
}

export type Kinds = Record<string, KindOf>;

/** Which of the presets a step is held by, -1 where it has its own ways. */
export function presetOf(kind: KindOf, step: Activity): number {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  return kind.presets.findIndex(({ settings }) =>
    Object.entries(settings).every(([name, value]) => same(value, step.settings[name])),
  );
}

/** Write a setting as its field shows it. */
export function shown(field: Field, value: unknown): string | boolean {
  if (field.type === "flag") return value === true;
  if (field.type === "guide") return guideShown(field, value as Question[]);
  if (field.type === "tags") return tagLines(value as Record<string, string[]>);
  return Array.isArray(value) ? value.join("\n") : String(value ?? "");
}

/** Read a field back as the setting that it stands for; undefined where it is none yet. */
export function read(field: Field, typed: string | boolean): unknown {
  if (typeof typed === "boolean") return typed;
  const line = typed.replace(/\s+/g, " ").trim();
  const rows = typed
    .split("\n")
    .map((row) => row.replace(/\s+/g, " ").trim())
    .filter(Boolean);
  switch (field.type) {
    case "guide":
      return guideRead(field, typed);
    case "number":
      return whole(typed);
    case "numbers": {
      const numbers = rows.map(whole);
      return numbers.includes(undefined) ? undefined : numbers;
    }
    case "lines":
      return [...new Set(rows)];
    case "tags":
      return tagsOf(rows);
    case "code":
      return line.toUpperCase();
    case "figure":
      return line.replace(",", ".");
    default:
      return field.type === "choice" ? typed : line;
  }
}

function tagLines(tags: Record<string, string[]>): string {
  return Object.entries(tags ?? {})
    .map(([name, words]) => `${name}: ${words.join(", ")}`)
    .join("\n");
}

/** A tag on each line, its name, a colon, and the words to choose from; undefined where that is not so. */
function tagsOf(rows: string[]): Record<string, string[]> | undefined {
  const tags: Record<string, string[]> = {};
  for (const row of rows) {
    const [name = "", rest = "", more] = row.split(":").map((part) => part.trim());
    const words = [...new Set(rest.split(/[,،]/).map((word) => word.trim()))].filter(Boolean);
    if (!name || words.length < 2 || more !== undefined || name in tags) return undefined;
    tags[name] = words;
  }
  return tags;
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
