/** A result as a table: places, options, bars in the sectors' colours, figures, and places if sectors weighed the same. */

import type { ComponentChildren } from "preact";
import type { Activity, Sector, VoteResult } from "../../../../../shared/web/front/records";
import { joinedInto } from "../../../../../shared/web/front/results/vote";
import { optionsOf } from "../../../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "../../view";
import { JoinButton } from "./Joining";
import { OptionName } from "./Options";

export interface Standing {
  id: string;
  title: string;
  short: string;
  place: number;
  by_sector?: Partial<Record<Sector, number | string>>;
  balanced?: string;
  balanced_place?: number;
}

export interface Column<I> {
  head: string;
  cell(item: I): ComponentChildren;
}

interface Props<I extends Standing> {
  step: Activity;
  result: VoteResult & { items: I[] };
  caption: string;
  /** What the options are called. */
  what: string;
  /** The length of an item's bar. */
  value(item: I): number;
  /** What a bar of one piece tells to those who hear it. */
  said(item: I): string;
  /** False where the figures by sector are no parts of the whole, such as means. */
  parts?: boolean;
  /** Figures behind the bar. */
  figures: Column<I>[];
  /** What stands behind all figures. */
  last?: Column<I>;
  /** True where an option may be said to be the same as another. */
  joins?: boolean;
  /** The unit of the balanced figure, "%". */
  unit?: string;
}

export function Standings<I extends Standing>(props: Props<I>) {
  const { t } = useApp();
  const { result, parts = true } = props;
  const most = Math.max(1, ...result.items.map(props.value));
  const balanced = result.items.some((item) => item.balanced_place !== undefined);
  return (
    <table class="rtab">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="n">
            {t("vote.console.place")}
          </th>
          <th scope="col">{props.what}</th>
          <th scope="col" class="wide">
            {result.sectors && parts ? (
              <span class="legend">
                {SECTORS.map((sector) => (
                  <span key={sector} class="sec">
                    <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                  </span>
                ))}
              </span>
            ) : (
              t("vote.console.share")
            )}
          </th>
          {props.figures.map(({ head }) => (
            <th scope="col" class="n" key={head}>
              {head}
            </th>
          ))}
          {balanced && (
            <th scope="col" class="n">
              {t("vote.console.equal")}
            </th>
          )}
          {props.last && <th scope="col">{props.last.head}</th>}
          {mayJoin(props) && <th scope="col">{t("vote.console.join")}</th>}
        </tr>
      </thead>
      <tbody>
        {result.items.map((item) => (
          <Row key={item.id} {...props} item={item} most={most} balanced={balanced} />
        ))}
      </tbody>
    </table>
  );
}

function mayJoin<I extends Standing>({ joins, step, result }: Props<I>): boolean {
  return joins === true && step.phase === "revealed" && result.items.length > 1 && !step.lots?.length;
}

function Row<I extends Standing>(props: Props<I> & { item: I; most: number; balanced: boolean }) {
  const { board } = useApp();
  const { item, step } = props;
  const option = optionsOf(board, step).find((other) => other.id === item.id);
  return (
    <tr>
      <td class="n place">{item.place}.</td>
      <th scope="row">
        <span class="named">
          <OptionName option={option ?? item} />
          {joinedInto(step, item.id).map((name) => (
            <small key={name}> + {name}</small>
          ))}
        </span>
      </th>
      <td class="wide">
        <Bar {...props} />
      </td>
      {props.figures.map(({ head, cell }) => (
        <td class="n" key={head}>
          {cell(item)}
        </td>
      ))}
      {props.balanced && (
        <td class="n">
          {item.balanced ? `${Number(item.balanced).toFixed(1)} ${props.unit ?? "%"}` : ""}
          {item.balanced_place !== undefined && (
            <small class={item.balanced_place < item.place ? "up" : ""}> {item.balanced_place}.</small>
          )}
        </td>
      )}
      {props.last && <td>{props.last.cell(item)}</td>}
      {mayJoin(props) && (
        <td>
          <JoinButton step={step} item={item} items={props.result.items} />
        </td>
      )}
    </tr>
  );
}

/** Flat pieces a sector whose length is their number; one piece where the sectors are too small to be told. */
function Bar<I extends Standing>({ item, most, value, said, parts = true }: Props<I> & { item: I; most: number }) {
  const { t } = useApp();
  const split = parts && item.by_sector;
  const pieces = split
    ? SECTORS.map((sector) => ({ sector, n: Number(item.by_sector?.[sector] ?? 0) }))
    : [{ sector: null, n: Math.max(0, value(item)) }];
  const words = split ? pieces.map(({ sector, n }) => `${t(`common.sector.${sector}`)} ${n}`).join(", ") : said(item);
  let from = 0;
  return (
    <svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={words}>
      {pieces.map(({ sector, n }) => {
        const x = from;
        const width = (n / most) * 100;
        from += width;
        return n > 0 && <rect key={sector} class={sector ?? "all"} x={x} width={Math.max(0, width - 0.6)} height="16" />;
      })}
    </svg>
  );
}
