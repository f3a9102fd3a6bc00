/** The middle: the lobby, the running step, or the end. */

import { useEffect, useRef } from "preact/hooks";
import type { Workshop } from "../../../../shared/web/front/records";
import { stepOf } from "../../../../shared/web/front/select";
import { kindOf } from "../acts";
import { useApp } from "../view";
import { Ended } from "./Ended";
import { Lobby } from "./Lobby";

export function Stage({ workshop }: { workshop: Workshop }) {
  const { board } = useApp();
  useFocusOnStrip(workshop.now);
  if (workshop.ended_at !== null) return <Ended />;
  const step = stepOf(board);
  if (!step) return <Lobby workshop={workshop} />;
  const { View } = kindOf(step);
  return <View key={step.id} step={step} />;
}

/** A new step takes the focus to its question, unless somebody types or stands on a key of the bars. */
function useFocusOnStrip(now: string | null): void {
  const before = useRef(now);
  useEffect(() => {
    if (before.current === now) return;
    before.current = now;
    const at = document.activeElement;
    if (!at || at === document.body || at.closest(".c-agenda")) document.querySelector<HTMLElement>("[data-strip]")?.focus();
  }, [now]);
}
