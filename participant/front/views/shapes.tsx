import type { Sector } from "../../../shared/web/front/records";
import { SECTORS, SHAPES } from "../../../shared/web/front/sectors";

export { SECTORS };

/** The sector's shape: circle, square, hexagon. Its word stands beside it. */
export function Shape({ sector }: { sector: Sector }) {
  return <span class={`sh ${SHAPES[sector]}`} aria-hidden="true" />;
}

/** The colour of a sector's bar. */
export function barOf(sector: Sector): string {
  return `i-${SHAPES[sector]}`;
}

/** The product's mark: the three sectors side by side. */
export function Mark() {
  return (
    <span class="mark" aria-hidden="true">
      {SECTORS.map((sector) => (
        <Shape key={sector} sector={sector} />
      ))}
    </span>
  );
}
