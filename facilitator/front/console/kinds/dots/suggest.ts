/** Dots a person for a number of options: a third of them, at least 2 and at most 10, as the server's rule has it. */
export function suggestedDots(options: number): number {
  return Math.min(10, Math.max(2, Math.floor((2 * options + 3) / 6)));
}
