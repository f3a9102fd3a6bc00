import type { MatrixItem } from "../../../../shared/web/front/results/matrix";
import { barOf, SECTORS } from "../../views/shapes";

const HEIGHT = 6;

/** Bars from the middle: to the left what hinders, to the right what helps; one a sector, or one for all. */
export function Diverging({ item }: { item: MatrixItem }) {
  const told = SECTORS.filter((sector) => item.by_sector?.[sector]);
  const bars = told.length
    ? told.map((sector) => ({ look: barOf(sector), value: Number(item.by_sector?.[sector]?.median) }))
    : [{ look: "i-felt", value: Number(item.median ?? 0) }];
  return (
    <svg class="mx-bars" viewBox={`-3 0 6 ${bars.length * HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <rect class="mx-ground" x="-3" width="6" height={bars.length * HEIGHT} />
      {bars.map(({ look, value }, n) => (
        <rect key={look} class={look} x={Math.min(0, value)} width={Math.abs(value)} y={n * HEIGHT + 1} height={HEIGHT - 2} />
      ))}
      <rect class="mx-nought" x="-0.02" width="0.04" height={bars.length * HEIGHT} />
    </svg>
  );
}
