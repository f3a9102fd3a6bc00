/** The footer below a result: how many voted, and who shares one of the first places; the minutes tell the others. */

import type { ComponentChildren } from "preact";
import type { VoteResult } from "../../../../../shared/web/front/records";
import { joinedOf, joinedWords, lotNumber, namesOf } from "../../../../../shared/web/front/results/vote";
import { Footer } from "../../Footer";
import { useApp } from "../../view";

interface Placed {
  title: string;
  short: string;
  place: number;
}

const MOST_SHARED = 2;
const MOST_NAMES = 4;

interface Props {
  result: VoteResult;
  items?: readonly Placed[];
  /** What the signs of this view mean. */
  children?: ComponentChildren;
}

export function Ballots({ result, items = [], children }: Props) {
  const { board, t } = useApp();
  const step = board.all("activity").find((other) => other.result === result);
  const lots = step?.lots ?? [];
  const last = step && joinedOf(step).at(-1);
  const level = shared(items, new Set(lots.map((lot) => lot.place))).slice(0, MOST_SHARED);
  return (
    <Footer join={false}>
      {t("vote.wall.ballots", { n: result.cast, of: result.seats })}
      {result.quorum && !result.quorum.reached && <b> · {t("vote.wall.no_quorum", { need: result.quorum.need })}</b>}
      {step &&
        lots
          .slice(0, MOST_SHARED)
          .map((lot) => ` · ${t("vote.wall.by_lot", { number: lotNumber(lot), names: namesOf(step, lot).join(", ") })}`)}
      {step && last && ` · ${t("vote.words.joined", joinedWords(step, last))}`}
      {level.map((names) => ` · ${t("vote.wall.level", { names: few(names) })}`)}
      {children}
    </Footer>
  );
}

/** The first names, and how many more: the foot of the wall has one line or two. */
function few(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return names.slice(0, MOST_NAMES).join(", ") + (more > 0 ? ` +${more}` : "");
}

/** The names that stand on one place together, a list a place, without those that a lot has told apart. */
function shared(items: readonly Placed[], drawn: ReadonlySet<number>): string[][] {
  const places = new Map<number, string[]>();
  for (const item of items.filter(({ place }) => !drawn.has(place)))
    places.set(item.place, [...(places.get(item.place) ?? []), item.short || item.title]);
  return [...places.values()].filter((names) => names.length > 1);
}
