/** Items by the mean of their stars: a bar to the mean, a thin line over the middle half of the answers. */

import type { Activity } from "../../../../../shared/web/front/records";
import { SCALES, type ScoresItem, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { evenPages } from "../../fit";
import { useGrowth } from "../../grow";
import { SECTORS, Shape, useApp } from "../../view";
import { OptionName } from "../vote/OptionName";

const ROWS = 8;
const HIGHEST = SCALES.stars.length - 1;

/** The pages of the order, then those of the sectors' means where they are told. */
export function Order({ step, result }: { step: Activity; result: ScoresResult }) {
  const placed = result.items.filter((item) => item.place !== undefined);
  const cut = evenPages(placed, ROWS);
  const told = placed.some((item) => item.cells[0]?.by_sector);
  return [
    ...cut.map((items) => <Means key={`means ${items[0]?.id}`} step={step} result={result} items={items} />),
    ...(told ? cut.map((items) => <Sectors key={`sectors ${items[0]?.id}`} step={step} items={items} />) : []),
  ];
}

function Means({ step, result, items }: { step: Activity; result: ScoresResult; items: ScoresItem[] }) {
  const { t } = useApp();
  const grown = useGrowth<HTMLElement>(2);
  const balanced = result.items.some((item) => item.balanced_place !== undefined);
  return (
    <main class="w-res" ref={grown}>
      <div class="w-row hd" aria-hidden="true">
        <span class="w-key">{result.goes_on?.length ? t("scores.wall.goes_on", { n: result.goes_on.length }) : ""}</span>
        <div>{t("scores.wall.mean")}</div>
        {balanced && <div>{t("vote.wall.equal")}</div>}
      </div>
      {items.map((item) => (
        <div class={result.goes_on?.includes(item.id) ? "w-row w-on" : "w-row"} key={item.id}>
          <OptionName step={step} id={item.id} row />
          <Bar item={item} />
          <span class="tot">{Number(item.cells[0]?.figure).toFixed(1)}</span>
          {balanced && <span class="eq">{item.balanced_place ?? ""}.</span>}
        </div>
      ))}
    </main>
  );
}

function Bar({ item }: { item: ScoresItem }) {
  const cell = item.cells[0];
  const [low, high] = cell?.middle ?? [0, 0];
  const at = (score: number) => (100 * score) / HIGHEST;
  return (
    <svg class="w-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="all" width={at(Number(cell?.figure ?? 0))} height="10" />
      <rect class="w-middle" x={at(low)} y="4.2" width={Math.max(0.8, at(high) - at(low))} height="1.6" />
    </svg>
  );
}

function Sectors({ step, items }: { step: Activity; items: ScoresItem[] }) {
  const { t } = useApp();
  const grown = useGrowth<HTMLElement>(2);
  return (
    <main class="w-res w-bysec" ref={grown}>
      <div class="w-row hd" aria-hidden="true">
        <span />
        <span />
        {SECTORS.map((sector) => (
          <div key={sector} class="sec">
            <Shape sector={sector} /> {t(`common.sector.${sector}`)}
          </div>
        ))}
      </div>
      {items.map((item) => (
        <div class="w-row" key={item.id}>
          <OptionName step={step} id={item.id} row />
          {SECTORS.map((sector) => (
            <span class="tot" key={sector}>
              {item.cells[0]?.by_sector?.[sector] === undefined ? "–" : Number(item.cells[0].by_sector[sector]).toFixed(1)}
            </span>
          ))}
        </div>
      ))}
    </main>
  );
}
