/** A paper of words and what may be done to it. Pure: a new paper each time. */

import { oneLine } from "../../../../shared/web/front/text";

export type WordsPaper = string[];

export const WORD_LENGTH = 25; // characters

/** What makes two words the same: neither capitals nor spaces. */
export function folded(word: string): string {
  return word.normalize("NFC").toLowerCase().replace(/\s/g, "");
}

/** One word more; the same paper where it is there already, is none, or there is no room. */
export function withWord(paper: WordsPaper, word: string, most: number): WordsPaper {
  const clean = oneLine(word).trim();
  const there = paper.some((other) => folded(other) === folded(clean));
  return !clean || there || paper.length >= most ? paper : [...paper, clean];
}
