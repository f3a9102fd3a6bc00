import type { Activity } from "../../../../shared/web/front/records";
import {
  advocacy,
  amendmentOf,
  type MatrixItem,
  type MatrixResult,
  originOf,
  signed,
} from "../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import { SECTORS, Shape } from "../../views/shapes";
import { SectorNotes } from "../vote/SectorNotes";
import { Diverging } from "./Diverging";
import type { Paper } from "./paper";

/** What hinders and what helps, the weightiest first, with the sectors' medians and one's own rating. */
export function Result({ activity }: { activity: Activity }) {
  const { t, board } = useApp();
  const result = activity.result as MatrixResult;
  const origin = originOf(activity);
  const told = (way: -1 | 0 | 1) => result.items.filter((item) => item.n > 0 && Math.sign(Number(item.median)) === way);
  const beyond = advocacy(board, activity, result);
  return (
    <>
      {origin && <p class="hint">{t("matrix.phone.carried", { title: origin.title, date: origin.date })}</p>}
      <Part activity={activity} title={t("matrix.phone.obstacles")} items={told(-1)} />
      <Part activity={activity} title={t("matrix.phone.advantages")} items={told(1)} />
      <Part activity={activity} title={t("matrix.phone.neither")} items={told(0)} />
      {beyond.length > 0 && (
        <p class="hint">
          {t("matrix.phone.advocacy", { names: beyond.map((item) => t(`factors.words.${item.id}`)).join(", ") })}
        </p>
      )}
      {!origin && <SectorNotes result={result} />}
    </>
  );
}

function Part({ activity, title, items }: { activity: Activity; title: string; items: MatrixItem[] }) {
  if (!items.length) return null;
  return (
    <section aria-label={title}>
      <h3 class="part">{title}</h3>
      <ol class="results">
        {items.map((item) => (
          <Line key={item.id} activity={activity} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Line({ activity, item }: { activity: Activity; item: MatrixItem }) {
  const { t, board, ballots } = useApp();
  const amendment = amendmentOf(board, activity, item.id);
  const own = ballots.get<Paper>(activity.id)?.counted?.[item.id]?.rating;
  const told = SECTORS.filter((sector) => item.by_sector?.[sector]);
  return (
    <li class="res">
      <div class="l">
        <span class="tx">{t(`factors.words.${item.id}`)}</span>
        <b class="n num">{signed(item.median)}</b>
      </div>
      <Diverging item={item} />
      {told.length > 0 && (
        <p class="mx-by">
          {told.map((sector) => (
            <span key={sector} class="sec">
              <Shape sector={sector} />
              <span class="vh">{t(`common.sector.${sector}`)}</span> {signed(item.by_sector?.[sector]?.median)}
            </span>
          ))}
          {item.flag && <span class="chip wait">{t("matrix.phone.gap", { n: Number(item.gap) })}</span>}
        </p>
      )}
      {amendment && amendment.rating !== null && (
        <p class="hint tx">{t("matrix.phone.corrected", { value: signed(amendment.rating), reason: amendment.reason })}</p>
      )}
      {typeof own === "number" && <p class="hint">{t("matrix.phone.yours", { value: signed(own) })}</p>}
    </li>
  );
}
