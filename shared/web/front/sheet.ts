/** The fields of a measure's sheet, in the order in which they are filled in; limits as in shared/domain/measures.py. */

export interface SheetField {
  name: string;
  /** Characters, of a text. */
  characters?: number;
  /** The largest number, of a whole number. */
  most?: number;
}

export const SHEET_FIELDS: readonly SheetField[] = [
  { name: "obstacle", characters: 300 },
  { name: "what", characters: 300 },
  { name: "gains", characters: 200 },
  { name: "private", characters: 160 },
  { name: "public", characters: 160 },
  { name: "semi-public", characters: 160 },
  { name: "effect", characters: 120 },
  { name: "month", most: 18 },
  { name: "total", most: 1e9 },
  { name: "own", most: 1e9 },
  { name: "asked", most: 1e9 },
  { name: "deputy", characters: 120 },
];

export type Sheet = Record<string, string | number>;

/** What a typed answer comes to: the text, the number, null where it is empty, undefined where it is no such number. */
export function answerOf(field: SheetField, typed: string): string | number | null | undefined {
  const text = typed.trim();
  if (!text) return null;
  if (field.most === undefined) return text;
  const digits = text.replace(/[\s\u00a0\u202f.,'’](?=\d{3}(?!\d))/g, "");
  const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return number <= field.most ? number : undefined;
}

/** The fields that are answered. */
export function filledIn(sheet: Sheet | undefined): SheetField[] {
  return SHEET_FIELDS.filter(({ name }) => (sheet?.[name] ?? "") !== "");
}

export function answered(sheet: Sheet | undefined): number {
  return filledIn(sheet).length;
}
