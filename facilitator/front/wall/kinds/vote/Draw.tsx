/** A lot before all eyes: what shared a place, the number, and the order that it gives. */

import type { Activity, Lot } from "../../../../../shared/web/front/records";
import { lotNumber, namesOf } from "../../../../../shared/web/front/results/vote";
import { Footer } from "../../Footer";
import { pageAt, pages, rowSize } from "../../fit";
import { Strip, useApp, useTick } from "../../view";

const SHOWN_MS = 20_000;
const MOST_ROWS = 5;

/** The lot that was drawn just now and still has the wall to itself. */
export function freshLot(step: Activity, now: number): Lot | undefined {
  return [...(step.lots ?? [])].sort((a, b) => b.at - a.at).find((lot) => now - lot.at < SHOWN_MS);
}

export function Draw({ step, lot }: { step: Activity; lot: Lot }) {
  const app = useApp();
  const { t } = app;
  const names = namesOf(step, lot).map((name, at) => ({ name, rank: at + 1 }));
  const cut = pages(names, MOST_ROWS);
  useTick(1000, cut.length > 1);
  return (
    <>
      <Strip step={step} />
      <main class="w-top w-draw">
        <h2>
          {t("vote.wall.lot_title", { place: lot.place })}
          <b class="w-number num">{lotNumber(lot)}</b>
        </h2>
        <ol>
          {(cut[pageAt(cut.length, app.clock.now(), SHOWN_MS / 1000 / cut.length)] ?? []).map(({ name, rank }) => (
            <li key={rank} class={rank === 1 ? "first" : ""}>
              <b class="num">{t("vote.wall.place", { place: rank })}</b>
              <span class={`tx ${rowSize(name)}`}>{name}</span>
            </li>
          ))}
        </ol>
      </main>
      <Footer join={false}>{t("vote.wall.lot_how")}</Footer>
    </>
  );
}
