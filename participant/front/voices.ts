/** Answers by name: what the server tells, with one's own that are still on their way laid over it. */

import type { Board } from "../../shared/web/front/board";
import type { Item } from "../../shared/web/front/outbox";
import type { Voice } from "../../shared/web/front/records";
import { type Overlay, overlaid } from "./overlaid";

export type Answer = Voice & Overlay;

const VERBS = { write: "voice.give", drop: "voice.take_back" };
const BLANK: Partial<Voice> = { measure: null, sector: "", word: "" };

/** All answers of a step, in the order in which they were given; refused ones of others are not among them. */
export function answersOf(board: Board, items: readonly Item[], activity: string): Answer[] {
  return overlaid(board, items, "voice", VERBS, BLANK, activity).filter((answer) => answer.state !== "refused");
}

/** One's own answer, in all or about a measure. */
export function ownAnswer(answers: readonly Answer[], measure: string | null = null): Answer | undefined {
  return answers.find((answer) => answer.own && answer.measure === measure);
}

/** The measures in which this phone's person has said to have an interest, on whatever step: they do not score them. */
export function declaredInterests(board: Board): ReadonlySet<string> {
  const own = board.mine?.records.voice ?? {};
  const said = board.all("voice").filter((voice) => voice.id in own && voice.answer === "interest");
  return new Set(said.flatMap(({ measure }) => measure ?? []));
}
