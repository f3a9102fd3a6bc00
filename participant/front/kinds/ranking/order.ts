/** An order of preference and what may be done to it, best first. Pure: a new order each time. */

import type { Activity } from "../../../../shared/web/front/records";

export type Order = string[];

/** How many places an order has: as many as the setting says, or one for each option. */
export function placesOf(activity: Activity): number {
  return Math.min(Number(activity.settings.places) || activity.options.length, activity.options.length);
}

/** Put an option on the next place, or take it away; the same order where no place is left. */
export function toggle(order: Order, option: string, places: number): Order {
  if (order.includes(option)) return order.filter((other) => other !== option);
  return order.length < places ? [...order, option] : order;
}

/** Move an option by one place, up (-1) or down (1); the same order at either end. */
export function move(order: Order, option: string, by: -1 | 1): Order {
  const at = order.indexOf(option);
  const other = order[at + by];
  if (at < 0 || other === undefined) return order;
  return order.map((id) => (id === option ? other : id === other ? option : id));
}
