/** Counting what people write as the server counts it (shared/domain/text.py). */

const NOT_COUNTED = /\p{Mn}|\p{Me}|\p{Cf}|\p{EMod}/u;
const JOINER = "\u200d";

/** Count characters as a reader sees them: marks, joiners and what a joiner adds do not count. */
export function lengthOf(text: string): number {
  let count = 0;
  let joined = false;
  for (const character of text) {
    if (!joined && !NOT_COUNTED.test(character)) count += 1;
    joined = character === JOINER;
  }
  return count;
}

/** One line without double spaces, as a card will hang. */
export function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
