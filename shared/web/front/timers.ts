/** Time as the modules see it, so that tests and simulated phones bring their own. */

export interface Timers {
  now(): number;
  /** Call `act` after `ms`; answer with the way to call it off. */
  after(ms: number, act: () => void): () => void;
  /** A number from 0 up to 1. */
  random(): number;
}

export const realTimers: Timers = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};

const WAITS = [1000, 2000, 4000, 8000, 15000];

/** How long to wait before the next try after `tries` failed ones: 1, 2, 4, 8, 15 s, each a fifth more or less. */
export function backOff(tries: number, random: number): number {
  const wait = WAITS[Math.min(Math.max(tries, 1), WAITS.length) - 1] as number;
  return wait * (0.8 + 0.4 * random);
}
