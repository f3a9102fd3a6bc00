/** The one next act: what the main button says and does. */

import type { Activity, Phase, Workshop } from "../../../shared/web/front/records";

/** What a kind of activity says about its phases. */
export interface Course {
  phases: readonly Phase[];
  /** The area of its phases' words, where it is not the kind's own. */
  words?: string;
  /** Each phase's act: the words' key and the verb. A phase without one is the last. */
  acts: Partial<Record<Phase, { key: string | ((step: Activity) => string); verb: string }>>;
}

export interface MainAct {
  /** Key of the words, with their parameters. */
  key: string;
  params?: Record<string, string>;
  /** What is sent; null where the act leads to another page. */
  verb: string | null;
  args: Record<string, unknown>;
  /** Something is live and this ends it. */
  live: boolean;
}

/** Name the next act. `courses` gives each kind's course. */
export function mainAct(
  workshop: Workshop | undefined,
  steps: readonly Activity[],
  courses: (step: Activity) => Course,
): MainAct | null {
  if (!workshop) return null;
  if (workshop.ended_at !== null) return { key: "console.main.minutes", verb: null, args: {}, live: false };
  const place = steps.findIndex((step) => step.id === workshop.now);
  const step = steps[place];
  if (!step) {
    const first = steps[0];
    return first ? { key: "console.main.start", verb: "activity.enter", args: { activity: first.id }, live: false } : null;
  }
  const act = courses(step).acts[step.phase];
  if (act) {
    const key = typeof act.key === "string" ? act.key : act.key(step);
    return { key, verb: act.verb, args: { activity: step.id }, live: step.phase === "open" };
  }
  const next = steps[place + 1];
  if (!next) return { key: "console.main.end", verb: "workshop.end", args: {}, live: false };
  return {
    key: "console.main.go",
    params: { title: next.title },
    verb: "activity.enter",
    args: { activity: next.id },
    live: false,
  };
}

/** The steps before and after the running one; in the lobby the first is the next. */
export function neighbours(workshop: Workshop | undefined, steps: readonly Activity[]): { before?: Activity; after?: Activity } {
  const place = steps.findIndex((step) => step.id === workshop?.now);
  const before = steps[place - 1];
  const after = steps[place + 1];
  return { ...(before && place > 0 ? { before } : {}), ...(after ? { after } : {}) };
}
