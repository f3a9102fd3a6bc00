/** Cards before the day: phones that come early land in a writing; a list can be taken in. */

import { useState } from "preact/hooks";
import type { Activity, Workshop } from "../../../../shared/web/front/records";
import { agendaOf, collectingOf } from "../../../../shared/web/front/select";
import { useApp } from "../view";

export function Collect({ workshop }: { workshop: Workshop }) {
  const { board, boot, t } = useApp();
  const running = collectingOf(board);
  const steps = agendaOf(board).filter((step) => step.kind === "brainstorm" && step.phase === "draft");
  if (!running && steps.length === 0) return null;
  return (
    <section class="panel c-collect" aria-labelledby="lobby-collect">
      <h3 id="lobby-collect">{t("console.collect.title")}</h3>
      {running ? <Running step={running} /> : <Begin steps={steps} day={workshop.date} />}
      <p>
        <a href={boot.urls.list}>{t("console.collect.list")}</a>
      </p>
    </section>
  );
}

function Running({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const n = board.all("card").filter((card) => card.activity === step.id).length;
  const close = () => void app.act("activity.close", { activity: step.id }, t("console.collect.closed"));
  return (
    <>
      <p>
        <b class="tx">{step.title}</b>{" "}
        <span class="chip open">{t("console.collect.until", { day: String(step.settings.until) })}</span>
      </p>
      <p role="status">{t("console.collect.so_far", { n })}</p>
      <button type="button" class="btn small" onClick={close}>
        {t("console.collect.close")}
      </button>
    </>
  );
}

function Begin({ steps, day }: { steps: readonly Activity[]; day: string }) {
  const app = useApp();
  const { t } = app;
  const [step, setStep] = useState(steps[0]?.id ?? "");
  const [until, setUntil] = useState(day);
  const activity = steps.some((other) => other.id === step) ? step : (steps[0]?.id ?? "");
  const begin = () => until && void app.act("activity.collect", { activity, until }, t("console.collect.begun"));
  return (
    <>
      <p class="hint">{t("console.collect.how")}</p>
      <label class="fld">
        <span>{t("console.collect.step")}</span>
        <select class="in" value={activity} onChange={(event) => setStep(event.currentTarget.value)}>
          {steps.map((other) => (
            <option key={other.id} value={other.id}>
              {other.title}
            </option>
          ))}
        </select>
      </label>
      <label class="fld">
        <span>{t("console.collect.day")}</span>
        <input class="in" type="date" value={until} onInput={(event) => setUntil(event.currentTarget.value)} />
      </label>
      <button type="button" class="btn small" aria-disabled={!until} onClick={begin}>
        {t("console.collect.begin")}
      </button>
    </>
  );
}
