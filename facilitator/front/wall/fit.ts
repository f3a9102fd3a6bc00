/** What fits on a wall that people read from twelve metres: fewer things, never smaller letters. */

export type Letters = "s" | "m" | "l";

const CARDS: Record<Letters, number> = { s: 16, m: 12, l: 6 };

/** How many cards of a brainstorm hang at once: few where texts are long, so that all of them can be read. */
export function cardsShown(letters: Letters, texts: readonly string[] = []): number {
  const longest = Math.max(0, ...texts.map((text) => [...text].length));
  return longest <= 120 ? CARDS[letters] : longest <= 250 ? 4 : 2;
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

/** Cut a list into as few pages as it takes, none of them nearly empty. */
export function evenPages<T>(all: readonly T[], most: number): T[][] {
  return pages(all, Math.ceil(all.length / Math.max(1, Math.ceil(all.length / most))) || most);
}

const HANGS_S = 12;

/** Which page hangs now, when pages change every `seconds`. */
export function pageAt(count: number, now: number, seconds = HANGS_S): number {
  return count <= 1 ? 0 : Math.floor(now / (seconds * 1000)) % count;
}

/** A time in ms at which this page begins to hang. */
export function timeOfPage(page: number, seconds = HANGS_S): number {
  return page * seconds * 1000;
}

/** How many pages on a key turns, -1, 0 or 1; the arrows go by the direction in which is read. */
export function turnOf(key: string, rightToLeft = false): number {
  if (key === "PageDown" || key === (rightToLeft ? "ArrowLeft" : "ArrowRight")) return 1;
  if (key === "PageUp" || key === (rightToLeft ? "ArrowRight" : "ArrowLeft")) return -1;
  return 0;
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

/** The same in a list: beside one in smaller letters none is set in large ones, or the short names would seem to weigh more. */
export function listedSize(name: string, names: readonly string[]): "" | "long" | "longer" | "beside" {
  const size = nameSize(name);
  return size !== "longer" && names.some((other) => nameSize(other) === "longer") ? "beside" : size;
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

const CLOUD = { width: 168, height: 60, line: 1.3, sizes: [0, 1, 1.35, 1.75, 2.2, 2.75] };
const CLOUD_LETTERS = { largest: 7, large: 5.4, "": 4.1 }; // of the smallest words; as in poll.css

export type CloudLetters = keyof typeof CLOUD_LETTERS;

/** Lay out a word cloud: the largest letters with which it fits on one page, else the smallest on several. */
export function cloudFit<W extends { text: string; size: number }>(words: readonly W[]): { letters: CloudLetters; pages: W[][] } {
  const letters = (["largest", "large"] as const).find((one) => cloudPages(words, CLOUD_LETTERS[one]).length === 1) ?? "";
  return { letters, pages: cloudPages(words, CLOUD_LETTERS[letters]) };
}

/** Cut a word cloud into pages that surely fit: letters are taken as wide as the widest, sizes are those of cloud.css. */
export function cloudPages<W extends { text: string; size: number }>(words: readonly W[], letter: number): W[][] {
  const cut: W[][] = [[]];
  let [x, row, y] = [0, 0, 0];
  for (const word of words) {
    const em = letter * (CLOUD.sizes[word.size] ?? 1);
    const width = ([...word.text].reduce((sum, c) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(c) ? 1 : 0.58), 0) + 0.6) * em;
    if (x > 0 && x + width > CLOUD.width) [x, row, y] = [0, 0, y + row];
    // A word that is wider than the wall has several lines.
    row = Math.max(row, em * CLOUD.line * Math.ceil(width / CLOUD.width));
    if (y + row > CLOUD.height && (cut[cut.length - 1]?.length ?? 0) > 0) {
      cut.push([]);
      [x, row, y] = [0, em * CLOUD.line, 0];
    }
    x += width;
    cut[cut.length - 1]?.push(word);
  }
  return cut;
}
