/** A light by its sign: a tick, a wave, a cross. Its colour, set by each screen's style, only repeats what the sign says. */

import type { Light } from "./results/scores";

const SIGNS: Record<Light, string> = {
  green: "M5.5 10.5l3 3L14.5 7",
  yellow: "M5 11c1.7-2.6 3.4-2.6 5-1s3.3 1.6 5-1",
  red: "M6.5 6.5l7 7m0-7l-7 7",
};
const LIGHT_OF: Record<string, Light> = { yes: "green", unsure: "yellow", no: "red" };

export function LightSign({ light, label }: { light: Light; label: string }) {
  return (
    <svg class={`sc-light ${light}`} viewBox="0 0 20 20" role="img" aria-label={label}>
      <circle cx="10" cy="10" r="9" />
      <path d={SIGNS[light]} />
    </svg>
  );
}

/** The light of an answer: yes, unsure, no. */
export function lightOf(answer: string): Light {
  return LIGHT_OF[answer] ?? "yellow";
}
