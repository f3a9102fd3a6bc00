import type { Sector } from "../../../../shared/web/front/records";
import { barOf, SECTORS } from "../../views/shapes";

interface Props {
  /** 0 to 1 of the longest bar. */
  share: number;
  /** What the bar says, for those who hear it. */
  label: string;
  /** The parts in the sectors' colours, where they are told; their sum is the whole bar. */
  parts?: Partial<Record<Sector, number>> | undefined;
}

/** A bar of a result, in one colour or in the sectors', two pixels apart. */
export function Bar({ share, label, parts }: Props) {
  const told = SECTORS.filter((sector) => parts?.[sector]);
  const sum = told.reduce((all, sector) => all + (parts?.[sector] ?? 0), 0);
  let from = 0;
  return (
    <svg class="b" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label={label}>
      {told.length ? (
        told.map((sector) => {
          const width = (100 * share * (parts?.[sector] ?? 0)) / sum;
          const x = from;
          from += width;
          return <rect key={sector} class={barOf(sector)} x={x} width={Math.max(0, width - 0.7)} height="8" />;
        })
      ) : (
        <rect class="i-felt" width={100 * Math.max(share, 0)} height="8" />
      )}
    </svg>
  );
}
