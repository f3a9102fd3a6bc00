/** The footer below a result: how many voted, and who shares one of the first places; the minutes tell the others. */

import type { VoteResult } from "../../../../../shared/web/front/records";
import { Footer } from "../../Footer";
import { useApp } from "../../view";

interface Placed {
  title: string;
  short: string;
  place: number;
}

const MOST_SHARED = 2;

export function Ballots({ result, items = [] }: { result: VoteResult; items?: readonly Placed[] }) {
  const { t } = useApp();
  const level = shared(items).slice(0, MOST_SHARED);
  return (
    <Footer join={false}>
      {t("vote.wall.ballots", { n: result.cast, of: result.seats })}
      {level.map((names) => ` · ${t("vote.wall.level", { names: names.join(", ") })}`)}
    </Footer>
  );
}

/** The names that stand on one place together, a list a place. */
function shared(items: readonly Placed[]): string[][] {
  const places = new Map<number, string[]>();
  for (const item of items) places.set(item.place, [...(places.get(item.place) ?? []), item.short || item.title]);
  return [...places.values()].filter((names) => names.length > 1);
}
