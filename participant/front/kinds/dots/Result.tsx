import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import type { DotsItem, DotsResult } from "../../../../shared/web/front/results/dots";
import { countsAs } from "../../../../shared/web/front/results/vote";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
import { barOf, SECTORS, Shape } from "../../views/shapes";
import { SectorNotes } from "../vote/SectorNotes";

/** The result as the wall shows it, with one's own dots marked. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const [balanced, setBalanced] = useState(false);
  const result = activity.result as DotsResult;
  const own = counted(activity, ballots.get<DotsPaper>(activity.id)?.counted ?? {}, result.most);
  const canBalance = result.items.some((item) => item.balanced !== undefined);
  const items = balanced ? byBalance(result.items) : result.items;
  const value = (item: DotsItem) => (balanced ? Number(item.balanced ?? 0) : item.dots);
  const most = Math.max(1, ...result.items.map(value));
  return (
    <>
      {canBalance && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in browsers of 2018
        <div class="langs" role="group" aria-label={t("dots.phone.count")}>
          <button type="button" class="btn" aria-pressed={!balanced} onClick={() => setBalanced(false)}>
            {t("dots.phone.all_dots")}
          </button>
          <button type="button" class="btn" aria-pressed={balanced} onClick={() => setBalanced(true)}>
            {t("dots.phone.sectors_equal")}
          </button>
        </div>
      )}
      <ol class="results">
        {items.map((item) => (
          <Line key={item.id} item={item} own={own[item.id] ?? 0} share={value(item) / most} balanced={balanced} />
        ))}
      </ol>
      {result.sectors && !balanced && (
        <p class="hint legend">
          {SECTORS.filter((sector) => result.sectors?.[sector] !== undefined).map((sector) => (
            <span key={sector} class="sec">
              <Shape sector={sector} />
              {t(`common.sector.${sector}`)}
            </span>
          ))}
        </p>
      )}
      <SectorNotes result={result} />
      {Object.keys(own).length > 0 && (
        <p class="hint">
          <span class="dot" aria-hidden="true" /> {t("dots.phone.yours_only")}
        </p>
      )}
    </>
  );
}

/** One's own dots as they count: on what is the same they are added, up to what one option may take. */
function counted(activity: Activity, paper: DotsPaper, most: number): DotsPaper {
  const own: Record<string, number> = {};
  for (const [id, n] of Object.entries(paper)) {
    const now = countsAs(activity, id);
    own[now] = (own[now] ?? 0) + n;
  }
  for (const [id, n] of Object.entries(own)) own[id] = Math.max(-most, Math.min(most, n));
  return own;
}

interface LineProps {
  item: DotsItem;
  own: number;
  /** 0 to 1 of the longest bar. */
  share: number;
  balanced: boolean;
}

function Line({ item, own, share, balanced }: LineProps) {
  const { t } = useApp();
  const parts = balanced ? [] : SECTORS.filter((sector) => item.by_sector?.[sector]);
  const split = SECTORS.filter((sector) => item.by_sector?.[sector] !== undefined)
    .map((sector) => `${t(`common.sector.${sector}`)} ${item.by_sector?.[sector]}`)
    .join(", ");
  return (
    <li class="res">
      <div class="l">
        {own > 0 && <span class="dot" role="img" aria-label={t("dots.phone.yours", { n: own })} />}
        <span class="tx">{item.title}</span>
        {item.minus !== undefined && item.minus > 0 && (
          <span class="hint num">{t("dots.phone.of_minus", { n: item.minus })}</span>
        )}
        <span class="n">{balanced ? t("dots.phone.percent", { n: Math.round(Number(item.balanced ?? 0)) }) : item.dots}</span>
      </div>
      <svg
        class="b"
        viewBox="0 0 100 8"
        preserveAspectRatio="none"
        role="img"
        aria-label={split && !balanced ? split : t("dots.phone.dots", { n: item.dots })}
      >
        {parts.length ? <Parts item={item} share={share} /> : <rect class="i-felt" width={100 * Math.max(share, 0)} height="8" />}
      </svg>
    </li>
  );
}

/** A bar in the sectors' colours, two pixels apart. */
function Parts({ item, share }: { item: DotsItem; share: number }) {
  let from = 0;
  return (
    <>
      {SECTORS.map((sector) => {
        const width = item.dots ? (100 * share * (item.by_sector?.[sector] ?? 0)) / item.dots : 0;
        const x = from;
        from += width;
        return width > 0 && <rect key={sector} class={barOf(sector)} x={x} width={Math.max(0, width - 0.7)} height="8" />;
      })}
    </>
  );
}

function byBalance(items: DotsItem[]): DotsItem[] {
  return [...items].sort((a, b) => Number(b.balanced ?? 0) - Number(a.balanced ?? 0));
}
