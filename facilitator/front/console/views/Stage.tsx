/** The middle: the lobby, the running step, or the end. */

import type { Workshop } from "../../../../shared/web/front/records";
import { stepOf } from "../../../../shared/web/front/select";
import { kindOf } from "../acts";
import { useApp } from "../view";
import { Ended } from "./Ended";
import { Lobby } from "./Lobby";

export function Stage({ workshop }: { workshop: Workshop }) {
  const { board } = useApp();
  if (workshop.ended_at !== null) return <Ended />;
  const step = stepOf(board);
  if (!step) return <Lobby workshop={workshop} />;
  const { View } = kindOf(step);
  return <View key={step.id} step={step} />;
}
