/** The bar below: back, the stages of the step, the timer, the one main key, next. It never moves. */

import type { Phase, Workshop } from "../../../../shared/web/front/records";
import { agendaOf, stepOf, workshopOf } from "../../../../shared/web/front/select";
import { actMain, goBy, kindOf } from "../acts";
import { mainAct, neighbours } from "../mainAct";
import { Key, useApp, useTick } from "../view";
import { TimerBox } from "./TimerBox";
import { Toasts } from "./Toasts";

export function ActBar({ workshop }: { workshop: Workshop }) {
  const app = useApp();
  const { t, board } = app;
  const steps = agendaOf(board);
  const main = mainAct(workshop, steps, kindOf);
  const { before, after } = neighbours(workshop, steps);
  const waiting = app.grace.until.value;
  useTick(250, waiting !== null);
  const ended = workshop.ended_at !== null;
  return (
    <footer class="c-act">
      <button
        type="button"
        class="btn"
        aria-disabled={!before || ended}
        title={before?.title}
        onClick={() => before && !ended && goBy(app, "before")}
      >
        <span aria-hidden="true">‹</span> {t("console.back")}
      </button>
      <div class="c-middle">
        <Stages />
        <Toasts />
      </div>
      {!ended && workshop.now !== null && <TimerBox workshop={workshop} />}
      {waiting !== null && (
        <button type="button" class="btn" onClick={() => app.grace.stop()}>
          {t("console.grace.keep")}
        </button>
      )}
      {main && (
        <button
          type="button"
          class={`btn main ${main.live ? "live" : "go"}`}
          aria-keyshortcuts="Enter"
          onClick={(event) => event.detail < 2 && actMain(app)} // a double click is one press
        >
          <span class="cut">
            {waiting === null
              ? t(main.key, main.params)
              : t("console.grace.now", {
                  n: app.grace.unsent,
                  seconds: Math.ceil(Math.max(0, waiting - app.timers.now()) / 1000),
                })}
          </span>{" "}
          <Key sign="Enter" />
        </button>
      )}
      <button
        type="button"
        class="btn"
        aria-disabled={!after || ended}
        title={after?.title}
        onClick={() => after && !ended && goBy(app, "after")}
      >
        {t("console.next")} <span aria-hidden="true">›</span>
      </button>
    </footer>
  );
}

function Stages() {
  const app = useApp();
  const step = stepOf(app.board);
  if (!step || workshopOf(app.board)?.ended_at) return <span class="stages" />;
  const { phases, words = step.kind } = kindOf(step);
  const at = phases.indexOf(step.phase);
  return (
    <ol class="stages" aria-label={app.t("console.stages")}>
      {phases.map((phase: Phase, place) => (
        <li key={phase} aria-current={place === at ? "step" : undefined}>
          <span
            class={place < at ? "pin ok" : place === at ? (phase === "open" ? "pin" : "pin ok") : "pin todo"}
            aria-hidden="true"
          />
          {app.t(`${words}.console.phase.${phase}`)}
        </li>
      ))}
    </ol>
  );
}
