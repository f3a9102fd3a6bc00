/** Draw a lot where several share a place, and tell those that were drawn. */

import type { Activity } from "../../../../../shared/web/front/records";
import { levelPlaces, lotNumber, namesOf } from "../../../../../shared/web/front/results/vote";
import { useApp } from "../../view";

const MOST_OFFERED = 2; // places: what comes later hardly matters

export function DrawLots({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  if (step.phase !== "revealed" || step.settings.ties !== "lot") return null;
  const open = levelPlaces(step).filter(({ place }) => !step.lots?.some((lot) => lot.place === place));
  const draw = (place: number) => void app.act("activity.lot", { activity: step.id, place }, t("vote.console.drawn"));
  return (
    <>
      {open.slice(0, MOST_OFFERED).map(({ place, names }) => (
        <button key={place} type="button" class="btn small" title={names.join(", ")} onClick={() => draw(place)}>
          {t("vote.console.draw", { place })}
        </button>
      ))}
    </>
  );
}

export function LotsTold({ step }: { step: Activity }) {
  const { t } = useApp();
  if (!step.lots?.length) return null;
  return (
    <ul class="c-lots">
      {step.lots.map((lot) => (
        <li key={lot.place} class="chip info">
          {t("vote.words.lot", { number: lotNumber(lot), names: namesOf(step, lot).join(", ") })}
        </li>
      ))}
    </ul>
  );
}
