import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import {
  beats,
  otherFirst,
  otherMethod,
  type RankingItem,
  type RankingResult,
} from "../../../../shared/web/front/results/ranking";
import { useApp } from "../../view";
import { Bar } from "../vote/Bar";
import { Counting } from "../vote/Counting";
import { SectorNotes } from "../vote/SectorNotes";
import type { Order } from "./order";

/** The places as the wall shows them, with those of one's own order, and what the other method would say. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const [balanced, setBalanced] = useState(false);
  const result = activity.result as RankingResult;
  const own = ballots.get<Order>(activity.id)?.counted ?? [];
  const items = balanced ? byBalance(result.items) : result.items;
  const other = otherFirst(result);
  return (
    <>
      {result.items.some((item) => item.balanced !== undefined) && (
        <Counting words="ranking.phone" balanced={balanced} set={setBalanced} />
      )}
      <p class="hint">{t(`ranking.phone.by_${result.method}`)}</p>
      <ol class="results">
        {items.map((item) => (
          <Line key={item.id} item={item} result={result} own={own.indexOf(item.id) + 1} balanced={balanced} />
        ))}
      </ol>
      {other && <p class="hint">{t(`ranking.phone.other_${otherMethod(result.method)}`, { names: other })}</p>}
      <SectorNotes result={result} />
      {own.length > 0 && (
        <p class="hint">
          <b class="rk num small" aria-hidden="true">
            1
          </b>{" "}
          {t("ranking.phone.yours_only")}
        </p>
      )}
    </>
  );
}

interface LineProps {
  item: RankingItem;
  result: RankingResult;
  /** The place in one's own order, 0 for none. */
  own: number;
  balanced: boolean;
}

function Line({ item, result, own, balanced }: LineProps) {
  const { t } = useApp();
  const won = beats(result, item);
  const points = balanced ? (item.balanced ?? "0") : item.points;
  const most = Math.max(1e-9, ...result.items.map((other) => Number(balanced ? (other.balanced ?? 0) : other.points)));
  const byPoints = result.method === "borda";
  const said = byPoints ? t("ranking.phone.points", { n: Number(points) }) : t("ranking.phone.beats", { n: won });
  const share = byPoints ? Number(points) / most : won / Math.max(1, result.items.length - 1);
  return (
    <li class="res">
      <div class="l">
        <b class="num">{balanced ? item.balanced_place : item.place}.</b>
        <span class="tx">{item.title}</span>
        {own > 0 && (
          <b class="rk num small" role="img" aria-label={t("ranking.phone.yours", { n: own })}>
            {own}
          </b>
        )}
        {(byPoints || !balanced) && <span class="n">{said}</span>}
      </div>
      {(byPoints || !balanced) && <Bar share={share} label={said} />}
    </li>
  );
}

function byBalance(items: RankingItem[]): RankingItem[] {
  return [...items].sort((a, b) => (a.balanced_place ?? 0) - (b.balanced_place ?? 0));
}
