/** What fits on a wall that people read from twelve metres: fewer things, never smaller letters. */

export type Letters = "s" | "m" | "l";

const CARDS: Record<Letters, number> = { s: 16, m: 12, l: 6 };

/** How many cards of a brainstorm hang at once. */
export function cardsShown(letters: Letters): number {
  return CARDS[letters];
}

/** Columns and rows of tiles for a number of groups: 3x2 up to 6, 4x2 up to 8, 4x3 beyond. */
export function tileGrid(groups: number): { columns: number; rows: number } {
  if (groups <= 6) return { columns: 3, rows: 2 };
  if (groups <= 8) return { columns: 4, rows: 2 };
  return { columns: 4, rows: 3 };
}

/** Cut a list into pages. One that fits is one page; an empty list is one empty page. */
export function pages<T>(all: readonly T[], size: number): T[][] {
  const cut: T[][] = [];
  for (let i = 0; i < all.length; i += size) cut.push(all.slice(i, i + size));
  return cut.length ? cut : [[]];
}

/** Cut a list into as few pages of up to `most` as there can be, and share it out among them. */
export function shared<T>(all: readonly T[], most: number): T[][] {
  return pages(all, Math.ceil(all.length / Math.max(1, Math.ceil(all.length / most))) || most);
}

/** Cut a list into pages that hold up to `room` lines, each thing as many as `lines` says; a longer one has its own page. */
export function packed<T>(all: readonly T[], lines: (one: T) => number, room: number): T[][] {
  const cut: T[][] = [];
  let left = 0;
  for (const one of all) {
    const needed = lines(one);
    if (!cut.length || needed > left) {
      cut.push([]);
      left = room;
    }
    cut[cut.length - 1]?.push(one);
    left -= needed;
  }
  return cut.length ? cut : [[]];
}

/** Which page hangs now, when pages change every `seconds`. */
export function pageAt(count: number, now: number, seconds = 12): number {
  return count <= 1 ? 0 : Math.floor(now / (seconds * 1000)) % count;
}

/** Short enough for large letters? Longer texts are set a little smaller, never below the floor. */
export function textSize(text: string): "" | "long" | "longer" {
  const length = [...text].length;
  return length <= 42 ? "" : length <= 70 ? "long" : "longer";
}

/** A short name beside its dots has one line in large letters, a longer one two in smaller ones: rows never grow. */
export function nameSize(name: string): "" | "long" | "longer" {
  const length = [...name].length;
  return length <= 16 ? "" : length <= 20 ? "long" : "longer";
}

/** A name that has a row of the whole width to itself. */
export function rowSize(name: string): "" | "long" {
  return [...name].length <= 34 ? "" : "long";
}

/** Put numbers 0 to n-1 in an order that looks random and is always the same: nobody reads who has just voted. */
export function scattered(n: number, seed = 7): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = seed * 2654435761;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
