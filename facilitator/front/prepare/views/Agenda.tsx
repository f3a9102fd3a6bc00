/** The agenda as rows, each with its planned time; one of them may be open. */

import { useLayoutEffect, useState } from "preact/hooks";
import type { Activity, Workshop } from "../../../../shared/web/front/records";
import { plannedTimes, timeOf } from "../../times";
import { usePrepare } from "../view";
import { AddStep } from "./AddStep";
import { Row } from "./Row";

export function Agenda({ workshop }: { workshop: Workshop }) {
  const app = usePrepare();
  const { t, agenda } = app;
  const [adding, setAdding] = useState(false);
  useFocusKept();
  const times = plannedTimes(workshop.begins || "09:00", agenda);
  const add = (
    <button type="button" class="btn" onClick={() => setAdding(true)}>
      {t("prepare.add")}
    </button>
  );
  return (
    <section aria-labelledby="h-steps">
      <div class="steps-head">
        <h2 id="h-steps">{t("prepare.agenda")}</h2>
        <span class="hint">{t("prepare.sum", { n: agenda.length, minutes: minutesIn(agenda) })}</span>
        <span class="sp" />
        {add}
      </div>
      {agenda.length ? (
        <ol class="steps">
          {agenda.map((step, place) => (
            <Row
              key={step.id}
              step={step}
              time={timeOf(times.get(step.id) ?? 0)}
              first={place === 0}
              last={place === agenda.length - 1}
            />
          ))}
        </ol>
      ) : (
        <p class="empty">{t("prepare.empty")}</p>
      )}
      {agenda.length > 6 && add}
      {adding && <AddStep close={() => setAdding(false)} />}
    </section>
  );
}

function minutesIn(agenda: readonly Activity[]): number {
  return agenda.reduce((sum, step) => sum + step.minutes, 0);
}

/** A row that has moved is put elsewhere in the page, which takes the focus from it; it is given back. */
function useFocusKept(): void {
  const [held] = useState<{ on: HTMLElement | null }>({ on: null });
  if (typeof document !== "undefined" && document.activeElement !== document.body)
    held.on = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  useLayoutEffect(() => {
    if (held.on?.isConnected && document.activeElement === document.body) held.on.focus();
  });
}
