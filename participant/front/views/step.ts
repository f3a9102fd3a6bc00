import { useRef } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { collectingOf, workshopOf } from "../../../shared/web/front/select";
import { useApp } from "../view";

export interface ShownStep {
  shown: Activity | undefined;
  /** The room has gone on, and this phone waits for a card to be finished. */
  held: boolean;
  goOn(): void;
}

/** Follow the room's step, but never take away a box in which somebody writes. */
export function useShownStep(): ShownStep {
  const { board, typing } = useApp();
  const now = workshopOf(board)?.now ?? collectingOf(board)?.id ?? null;
  const shown = useRef<string | null>(null);
  const held = now !== shown.current && shown.current !== null && typing.activity === shown.current;
  if (!held) shown.current = now;
  return { shown: board.get("activity", shown.current), held, goOn: () => typing.end() };
}
