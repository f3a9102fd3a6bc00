import type { Activity, Card } from "../../../../shared/web/front/records";
import { type Answer, handOf } from "../../../../shared/web/front/results/twins";
import type { App } from "../../app";

export type Paper = Record<string, Answer>;

export interface Held {
  pair: string;
  one: Card;
  other: Card;
}

/** The pairs in this phone's hand whose cards both still hang; what was stacked meanwhile is asked no more. */
export function heldBy({ board }: App, activity: Activity): Held[] {
  const seat = Object.values(board.mine?.records.seat ?? {})[0];
  if (!seat) return [];
  return handOf(activity, seat.number).flatMap((pair) => {
    const [one, other] = pair.split("/").map((id) => board.get("card", id));
    return one && other && !one.merged_into && !other.merged_into ? [{ pair, one, other }] : [];
  });
}
