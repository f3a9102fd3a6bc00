/** Answers by name on the wall: who is here, interests and objections by measure, the nine questions, a resolution. */

import type { Activity, Voice } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { AboutMeasures } from "./named/AboutMeasures";
import { Gate } from "./named/Gate";
import { Resolution } from "./named/Resolution";
import { Roll } from "./named/Roll";

const VIEWS = { roll: Roll, interests: AboutMeasures, gate: Gate, resolution: Resolution };

export function Named({ step }: { step: Activity }) {
  const { board } = useApp();
  const voices: Voice[] = board
    .all("voice")
    .filter((voice) => voice.activity === step.id)
    .sort(byPosition);
  const View = VIEWS[step.kind as keyof typeof VIEWS];
  return <View step={step} voices={voices} />;
}
