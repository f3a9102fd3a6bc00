import type { Sector } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { SECTORS, Shape } from "../../views/shapes";
import { Bar } from "../vote/Bar";

export interface Row {
  label: string;
  n: number;
  by_sector?: Partial<Record<Sector, number>> | undefined;
  /** One's own answer. */
  own?: boolean;
}

/** The answers one below the other, each with a bar. */
export function Rows({ rows, sectors }: { rows: readonly Row[]; sectors?: Partial<Record<Sector, number>> | undefined }) {
  const { t } = useApp();
  const most = Math.max(1, ...rows.map(({ n }) => n));
  return (
    <>
      <ol class="results">
        {rows.map((row) => (
          <li key={row.label} class="res">
            <div class="l">
              {row.own && <span class="dot" role="img" aria-label={t("poll.words.yours")} />}
              <span class="tx">{row.label}</span>
              <span class="n">{row.n}</span>
            </div>
            <Bar share={row.n / most} parts={row.by_sector} label={saidOf(row, t)} />
          </li>
        ))}
      </ol>
      {sectors && (
        <p class="hint legend">
          {SECTORS.filter((sector) => sectors[sector] !== undefined).map((sector) => (
            <span key={sector} class="sec">
              <Shape sector={sector} />
              {t(`common.sector.${sector}`)}
            </span>
          ))}
        </p>
      )}
      {rows.some(({ own }) => own) && (
        <p class="hint">
          <span class="dot" aria-hidden="true" /> {t("poll.words.yours_only")}
        </p>
      )}
    </>
  );
}

function saidOf({ n, by_sector }: Row, t: (key: string, params?: Record<string, number>) => string): string {
  if (!by_sector) return t("poll.words.answers", { n });
  return SECTORS.filter((sector) => by_sector[sector] !== undefined)
    .map((sector) => `${t(`common.sector.${sector}`)} ${by_sector[sector]}`)
    .join(", ");
}
