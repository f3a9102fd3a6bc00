/** One's own interviews: what the server says is mine, with what is still on its way laid over it. */

import type { Item } from "../../shared/web/front/outbox";
import type { Interview, Mine, Point } from "../../shared/web/front/records";
import { byPosition } from "../../shared/web/front/select";

export interface OwnInterview extends Interview {
  /** For whoever asks alone. */
  note: string;
  /** All of it is with the server. */
  saved: boolean;
}

export const VERBS: ReadonlySet<string> = new Set([
  "interview.write",
  "interview.answer",
  "interview.strike",
  "interview.withdraw",
]);

export function ownInterviews(mine: Mine | null, items: readonly Item[], activity: string): OwnInterview[] {
  const held = new Map<string, OwnInterview>();
  const known = Object.values(mine?.records.interview ?? {}).filter((one) => one.activity === activity);
  for (const one of known.sort(byPosition)) held.set(one.id, { ...one, saved: true });
  for (const item of items) {
    const id = String(item.args.interview);
    if (!VERBS.has(item.verb) || item.state === "refused") continue;
    const before = held.get(id);
    const saved = item.state === "saved";
    if (item.verb === "interview.write" && item.args.activity === activity)
      held.set(id, {
        ...(before ?? begun(id)),
        ...(item.args as Partial<OwnInterview>),
        id,
        saved: saved && before?.saved !== false,
      });
    else if (item.verb === "interview.withdraw") held.delete(id);
    else if (before) held.set(id, { ...before, answers: answered(before.answers, item), saved: saved && before.saved });
  }
  return [...held.values()];
}

function answered(points: readonly Point[], item: Item): Point[] {
  const id = String(item.args.answer);
  if (item.verb === "interview.strike") return points.filter((point) => point.id !== id);
  const { interview, answer, ...told } = item.args;
  const point = { ...told, id } as unknown as Point;
  return points.some((other) => other.id === id) ? points.map((other) => (other.id === id ? point : other)) : [...points, point];
}

function begun(id: string): OwnInterview {
  const blank = { line_of_work: "", place: "", date: "", note: "", consent: "", answers: [] };
  return { ...blank, id, activity: "", number: 0, group: "", position: Number.MAX_SAFE_INTEGER, saved: false };
}
