import { useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { agendaOf, workshopOf } from "../../../shared/web/front/select";
import { useApp } from "../view";

const BEFORE = 2;
const SHOWN = 7;

/** The agenda as pins on a string; a long one shows what is near. */
export function Agenda() {
  const { t, board } = useApp();
  const [all, setAll] = useState(false);
  const steps = agendaOf(board);
  const now = workshopOf(board)?.now ?? null;
  const place = steps.findIndex((step) => step.id === now);
  const from = all ? 0 : Math.max(0, Math.min(place - BEFORE, steps.length - SHOWN));
  const shown = all ? steps : steps.slice(from, from + SHOWN);
  if (!steps.length) return null;
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda" class="part">
        {t("phone.agenda.title")}
      </h2>
      <ol class="thread" start={from + 1}>
        {shown.map((step, i) => (
          <Step key={step.id} step={step} state={stateOf(from + i, place, step)} />
        ))}
      </ol>
      {shown.length < steps.length && (
        <button type="button" class="btn quiet" onClick={() => setAll(true)}>
          {t("phone.agenda.all", { n: steps.length })}
        </button>
      )}
    </section>
  );
}

type StepState = "done" | "now" | "todo";

function stateOf(at: number, now: number, step: Activity): StepState {
  if (at === now) return "now";
  return at < now || step.phase === "confirmed" ? "done" : "todo";
}

function Step({ step, state }: { step: Activity; state: StepState }) {
  const { t } = useApp();
  const pin = { done: "ok", now: "", todo: "todo" }[state];
  return (
    <li class={state} {...(state === "now" ? { "aria-current": "step" as const } : {})}>
      <span class={`pin ${pin}`} aria-hidden="true" />
      <span class="tx">{step.title}</span>
      {state === "now" && <span class="chip open">{t("phone.agenda.now")}</span>}
      {state === "done" && <span class="vh">{t("phone.agenda.done")}</span>}
    </li>
  );
}
