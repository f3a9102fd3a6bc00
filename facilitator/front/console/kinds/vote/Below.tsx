/** What is said below a result: who shares a place, and why nothing is told by sector. */

import type { VoteResult } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";

interface Placed {
  title: string;
  short: string;
  place: number;
}

export function Below({ result, items }: { result: VoteResult; items: readonly Placed[] }) {
  const { t } = useApp();
  return (
    <>
      {levelOnes(items).map((names) => (
        <p key={names} class="lead">
          {t("vote.console.level", { names })}
        </p>
      ))}
      {!result.sectors && <p class="hint">{t("vote.console.no_sectors")}</p>}
    </>
  );
}

/** The names of those that share a place, one line a place. */
export function levelOnes(items: readonly Placed[]): string[] {
  const places = new Map<number, string[]>();
  for (const item of items) places.set(item.place, [...(places.get(item.place) ?? []), item.short || item.title]);
  return [...places.values()].filter((names) => names.length > 1).map((names) => names.join(", "));
}
