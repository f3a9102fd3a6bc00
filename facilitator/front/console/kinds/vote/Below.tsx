/** What is said below a result: who shares a place, and why nothing is told by sector. */

import type { VoteResult } from "../../../../../shared/web/front/records";
import { type Moved, movesOf } from "../../../../../shared/web/front/shifts";
import { useApp } from "../../view";

export function Below({ result, items }: { result: VoteResult; items: readonly Moved[] }) {
  const { t } = useApp();
  const moves = movesOf(items, t);
  return (
    <>
      {levelOnes(items).map((names) => (
        <p key={names} class="lead">
          {t("vote.console.level", { names })}
        </p>
      ))}
      {moves !== null && <p class="lead">{t(moves ? "vote.console.shift" : "vote.console.shift_none", { moves })}</p>}
      {!result.sectors && !result.withheld && <p class="hint">{t("vote.console.no_sectors")}</p>}
    </>
  );
}

/** The names of those that share a place, one line a place. */
export function levelOnes(items: readonly Moved[]): string[] {
  const places = new Map<number, string[]>();
  for (const item of items) places.set(item.place, [...(places.get(item.place) ?? []), item.short || item.title]);
  return [...places.values()].filter((names) => names.length > 1).map((names) => names.join(", "));
}
