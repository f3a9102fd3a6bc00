/** The result of a poll: answers as columns, and beside them the few figures that sum them up. */

import type { ComponentChildren } from "preact";
import { type Column, Columns } from "../../../../../shared/web/front/columns";
import type { Activity, VoteResult } from "../../../../../shared/web/front/records";
import { SECTORS, Shape, Strip, useApp } from "../../view";
import { Ballots } from "../vote/Ballots";

interface Props {
  step: Activity;
  result: VoteResult & { by_sector?: Record<string, number | string>; balanced?: string };
  columns: readonly Column[];
  /** What stands below the first and the last column. */
  ends?: readonly [string, string] | null;
  figures: readonly { label: string; value: string; wide?: boolean }[];
  /** Sentences below the figures. */
  children?: ComponentChildren;
}

const LONG = 4; // signs; longer figures are set smaller

export function Poll({ step, result, columns, ends, figures, children }: Props) {
  const { t } = useApp();
  return (
    <>
      <Strip step={step} />
      <main class="w-poll">
        <div class="w-cols">
          <Columns columns={columns} />
          {ends && (
            <p class="ends tx">
              <span>{ends[0]}</span>
              <span>{ends[1]}</span>
            </p>
          )}
        </div>
        <section class="w-figs">
          {figures.map(({ label, value, wide }) => (
            <p key={label} class={wide ? "w-wide" : ""}>
              <b class={value.length > LONG ? "long" : ""}>{value}</b>
              <span>{label}</span>
            </p>
          ))}
          {result.sectors && (
            <p class="w-sectors w-all">
              {SECTORS.filter((sector) => result.sectors?.[sector] !== undefined).map((sector) => (
                <span key={sector} class="sec">
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)} <b>{result.by_sector?.[sector] ?? ""}</b>
                </span>
              ))}
              {result.balanced && (
                <span>
                  {t("poll.words.sectors_equal")} <b>{result.balanced}</b>
                </span>
              )}
            </p>
          )}
          {children}
        </section>
      </main>
      <Ballots result={result} />
    </>
  );
}
