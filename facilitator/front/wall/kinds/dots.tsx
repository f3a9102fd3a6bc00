/** The vote: what it is about and how many have voted; then, all at once, how it fell. */

import type { Activity } from "../../../../shared/web/front/records";
import type { DotsItem, DotsResult } from "../../../../shared/web/front/results/dots";
import { pages } from "../fit";
import { useGrowth } from "../grow";
import { SECTORS, Shape, Strip, useApp, usePage } from "../view";
import { Ballots } from "./vote/Ballots";
import { OptionName } from "./vote/OptionName";
import { MOST_ROWS, Voting } from "./vote/Voting";

const MOST_SHAPES = 30; // beyond that bars tell more than shapes

export function Dots({ step }: { step: Activity }) {
  const result = step.result?.rule === "dots" ? (step.result as DotsResult) : null;
  const { t } = useApp();
  if (result) return <Result step={step} result={result} />;
  return <Voting step={step} rule={t("dots.wall.rule", { n: Number(step.settings.dots ?? 0) })} />;
}

function Result({ step, result }: { step: Activity; result: DotsResult }) {
  const app = useApp();
  const { t } = app;
  const most = Math.max(1, ...result.items.map((item) => item.dots));
  const cut = pages(result.items, MOST_ROWS);
  const grown = useGrowth<HTMLElement>(cut.length > 1 ? 0 : 2);
  const at = usePage(cut.length);
  const rows = cut[at] ?? [];
  return (
    <>
      <Strip step={step} />
      <main class="w-res" ref={grown}>
        <div class="w-row hd" aria-hidden="true">
          <span class="w-key">
            {result.sectors &&
              SECTORS.map((sector) => (
                <span key={sector} class="sec">
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                </span>
              ))}
          </span>
          <div>{t("dots.wall.dots")}</div>
          {result.sectors && <div>{t("vote.wall.equal")}</div>}
        </div>
        {rows.map((item) => (
          <div class="w-row" key={item.id}>
            <OptionName step={step} id={item.id} row />
            <Row item={item} most={most} />
            <span class="tot">{item.dots}</span>
            {result.sectors && (
              <span class="eq">
                <Turn item={item} />
                {item.balanced_place ?? ""}.
              </span>
            )}
          </div>
        ))}
      </main>
      <Ballots result={result} items={result.items} />
    </>
  );
}

/** Dots as shapes in equal cells, so that length means number; many dots become a bar. */
function Row({ item, most }: { item: DotsItem; most: number }) {
  if (item.by_sector && most <= MOST_SHAPES) {
    return (
      <span class={most > 18 ? "dd fine" : "dd"}>
        {SECTORS.flatMap((sector) =>
          Array.from({ length: item.by_sector?.[sector] ?? 0 }, (_, i) => (
            <span key={`${sector}${i}`} class="cell">
              <Shape sector={sector} />
            </span>
          )),
        )}
      </span>
    );
  }
  return (
    <svg class="w-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(Math.max(0, item.dots) / most) * 100} height="10" />
    </svg>
  );
}

function Turn({ item }: { item: DotsItem }) {
  if (item.balanced_place === undefined || item.balanced_place === item.place) return null;
  return <span class={item.balanced_place < item.place ? "up" : ""}>{item.balanced_place < item.place ? "▲ " : "▼ "}</span>;
}
