/** Where a dropped or carried card comes to hang, and which card the arrows reach. */

import type { Card } from "../../../shared/web/front/records";

/** The position before a neighbour, or at the end, among `fellows` in their order. */
export function positionFor(fellows: readonly Pick<Card, "id" | "position">[], before: string | null): number {
  const place = before === null ? -1 : fellows.findIndex((card) => card.id === before);
  if (place < 0) return (fellows[fellows.length - 1]?.position ?? 0) + 1024;
  const after = fellows[place]?.position ?? 0;
  const prior = fellows[place - 1]?.position ?? after - 1024;
  return (prior + after) / 2;
}

/** The neighbour before which a card hangs after one step up or down in its pile; undefined where it cannot go. */
export function carried(fellows: readonly { id: string }[], card: string, by: 1 | -1): string | null | undefined {
  const place = fellows.findIndex((other) => other.id === card);
  const to = place + by;
  if (place < 0 || to < 0 || to >= fellows.length) return undefined;
  return by < 0 ? (fellows[to]?.id ?? null) : (fellows[to + 1]?.id ?? null);
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Way = "left" | "right" | "up" | "down";

/** The nearest box in a direction: what lies straight ahead is nearer than what lies aside. */
export function nearest(from: Box, others: readonly Box[], way: Way): number {
  const here = centre(from);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  others.forEach((other, place) => {
    const there = centre(other);
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const ahead = way === "left" ? -dx : way === "right" ? dx : way === "up" ? -dy : dy;
    const aside = Math.abs(way === "left" || way === "right" ? dy : dx);
    if (ahead <= 1) return;
    const far = ahead + aside * 2.5;
    if (far < least) {
      least = far;
      best = place;
    }
  });
  return best;
}

function centre(box: Box): { x: number; y: number } {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
