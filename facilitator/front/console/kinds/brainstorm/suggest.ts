const WALL = 50; // cards that a room can read and sort
const LEAST_TRIOS = 17;

/** So many people write in groups of three, fewer each alone. */
export function trios(people: number): boolean {
  return people >= LEAST_TRIOS;
}

/** Cards a person or a trio, so that about 50 hang in the end: at least 1 and at most 5, as the server's rule has it. */
export function suggestedCards(people: number): number {
  const units = trios(people) ? Math.floor(people / 3) : people;
  return units > 0 ? Math.min(5, Math.max(1, Math.floor((2 * WALL + units) / (2 * units)))) : 5;
}
