/** A factor on the wall: its name, bars from the middle, its rating, a flag where the sectors see it differently. */

import type { Activity } from "../../../../../shared/web/front/records";
import { amendmentOf, arrowOf, type MatrixItem, signed, voiceOf } from "../../../../../shared/web/front/results/matrix";
import { nameSize } from "../../fit";
import { SECTORS, useApp } from "../../view";

const HEIGHT = 6;

interface Props {
  step: Activity;
  item: MatrixItem;
  /** By priority, among the advantages or the obstacles. */
  place?: number;
}

export function Row({ step, item, place }: Props) {
  const { board, t } = useApp();
  const name = t(`factors.words.${item.id}`);
  const corrected = amendmentOf(board, step, item.id)?.rating ?? null;
  const voice = place ? voiceOf(board, item) : undefined;
  return (
    <li>
      <span class={`nm tx ${nameSize(name)}`}>
        {place && <b class="num">{place}. </b>}
        {name}
      </span>
      <Diverging item={item} />
      <b class="num tot">{signed(item.median)}</b>
      <span class="w-mx-note">
        {item.trend !== undefined && (
          <span>
            <span aria-hidden="true">{arrowOf(item)}</span> {t(`matrix.words.trend.${item.trend}`)}
          </span>
        )}
        {item.flag && <b class="w-gap">{t("matrix.wall.gap", { n: Number(item.gap) })}</b>}
        {corrected !== null && <span>{t("matrix.wall.corrected", { value: signed(corrected) })}</span>}
      </span>
      {voice && <span class="w-voice tx">{voice.quote ? `“${voice.quote}”` : voice.statement}</span>}
    </li>
  );
}

function Diverging({ item }: { item: MatrixItem }) {
  const told = SECTORS.filter((sector) => item.by_sector?.[sector]);
  const bars = told.length
    ? told.map((sector) => ({ look: sector as string, value: Number(item.by_sector?.[sector]?.median) }))
    : [{ look: "all", value: Number(item.median ?? 0) }];
  return (
    <svg class="w-bar w-div" viewBox={`-3.1 0 6.2 ${bars.length * HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {[-3, -2, -1, 1, 2, 3].map((x) => (
        <rect key={x} class="tick" x={x - 0.01} width="0.02" height={bars.length * HEIGHT} />
      ))}
      {bars.map(({ look, value }, n) => (
        <rect
          key={look}
          class={look}
          x={Math.min(0, value) - (value ? 0 : 0.04)}
          width={Math.abs(value) || 0.08}
          y={n * HEIGHT + 0.8}
          height={HEIGHT - 1.6}
        />
      ))}
      <rect class="nought" x="-0.025" width="0.05" height={bars.length * HEIGHT} />
    </svg>
  );
}
