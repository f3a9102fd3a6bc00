/** Answers as columns side by side: how many on top, the answer below; in the sectors' colours where they are told. */

import type { Sector } from "./records";
import { SECTORS } from "./sectors";

export interface Column {
  label: string;
  /** What the answer is called, below its label. */
  name?: string;
  n: number;
  by_sector?: Partial<Record<Sector, number>> | undefined;
  /** The column in words, for those who hear it. */
  said: string;
}

const LONG = 5; // signs; longer labels have two lines of smaller letters

export function Columns({ columns }: { columns: readonly Column[] }) {
  const most = Math.max(1, ...columns.map(({ n }) => n));
  const named = columns.some(({ name }) => name);
  return (
    <ol class={columns.some(({ label }) => label.length > LONG) ? "cols long" : "cols"}>
      {columns.map((column) => (
        <li key={column.label}>
          <span class="vh">{column.said}</span>
          <b class="num" aria-hidden="true">
            {column.n}
          </b>
          <Bar column={column} most={most} />
          <span class="num at" aria-hidden="true">
            {column.label}
          </span>
          {named && (
            <span class="tx nm" aria-hidden="true">
              {column.name}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Bar({ column, most }: { column: Column; most: number }) {
  const { by_sector, n } = column;
  const pieces = by_sector ? SECTORS.map((sector) => ({ name: sector, n: by_sector[sector] ?? 0 })) : [{ name: "all", n }];
  let top = 100;
  return (
    <svg class="bar" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map((piece) => {
        const height = (100 * piece.n) / most;
        top -= height;
        return piece.n > 0 && <rect key={piece.name} class={piece.name} y={top} width="10" height={Math.max(0, height - 0.8)} />;
      })}
    </svg>
  );
}
