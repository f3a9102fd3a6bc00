/** A result as bars, a row an option; pages instead of smaller letters. */

import type { ComponentChildren } from "preact";
import type { Activity, Sector, VoteResult } from "../../../../../shared/web/front/records";
import type { Remark } from "../../../../../shared/web/front/results/poll";
import { pages } from "../../fit";
import { useGrowth } from "../../grow";
import { SECTORS, Shape, Strip, useApp, usePage } from "../../view";
import { Said } from "../poll/Said";
import { Ballots } from "./Ballots";
import { OptionName } from "./OptionName";
import { MOST_ROWS } from "./Voting";

interface Item {
  id: string;
  title: string;
  short: string;
  place: number;
  by_sector?: Partial<Record<Sector, number | string>>;
  balanced_place?: number;
}

interface Props<I extends Item> {
  step: Activity;
  result: VoteResult & { items: I[] };
  /** The length of a bar, and the figure behind it. */
  value(item: I): number;
  figure(item: I): string;
  unit: string;
  /** False where the figures by sector are no parts of the whole. */
  parts?: boolean;
  /** What people wrote beside their answers; it stands on pages of its own. */
  remarks?: readonly Remark[] | undefined;
  /** One sentence above the bars. */
  children?: ComponentChildren;
}

export function Bars<I extends Item>({ step, result, value, figure, unit, parts = true, remarks = [], children }: Props<I>) {
  const app = useApp();
  const { t } = app;
  const most = Math.max(1, ...result.items.map(value));
  const cut = pages(result.items, children ? MOST_ROWS - 1 : MOST_ROWS);
  const words = Said.pages(remarks);
  const grown = useGrowth<HTMLElement>(cut.length > 1 ? 0 : 2);
  const at = usePage(cut.length + words.length);
  const rows = cut[at] ?? [];
  const shown = words[at - cut.length];
  if (shown) return <Said step={step} title={t("poll.words.reasons")} remarks={shown} result={result} />;
  const balanced = result.items.some((item) => item.balanced_place !== undefined);
  return (
    <>
      <Strip step={step} />
      <main class="w-res" ref={grown}>
        <div class="w-row hd" aria-hidden="true">
          <span class="w-key">
            {result.sectors &&
              parts &&
              SECTORS.map((sector) => (
                <span key={sector} class="sec">
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                </span>
              ))}
          </span>
          <div>{unit}</div>
          {balanced && <div>{t("vote.wall.equal")}</div>}
        </div>
        {rows.map((item) => (
          <div class="w-row" key={item.id}>
            <OptionName step={step} id={item.id} row />
            <Bar pieces={piecesOf(item, value(item), parts)} most={most} />
            <span class="tot">{figure(item)}</span>
            {balanced && <span class="eq">{item.balanced_place ?? ""}.</span>}
          </div>
        ))}
        {children && <p class="w-line">{children}</p>}
      </main>
      <Ballots result={result} items={result.items} />
    </>
  );
}

interface Piece {
  sector: Sector | null;
  n: number;
}

function piecesOf(item: Item, value: number, parts: boolean): Piece[] {
  if (!parts || !item.by_sector) return [{ sector: null, n: Math.max(0, value) }];
  return SECTORS.map((sector) => ({ sector, n: Number(item.by_sector?.[sector] ?? 0) }));
}

function Bar({ pieces, most }: { pieces: Piece[]; most: number }) {
  let from = 0;
  return (
    <svg class="w-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {pieces.map(({ sector, n }) => {
        const x = from;
        const width = (n / most) * 100;
        from += width;
        return n > 0 && <rect key={sector} class={sector ?? "all"} x={x} width={Math.max(0, width - 0.5)} height="10" />;
      })}
    </svg>
  );
}
