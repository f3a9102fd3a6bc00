/** One step of the agenda: time, name, kind, minutes, the ways to move it; opened, all its fields. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import type { Prepare } from "../app";
import { usePrepare } from "../view";
import { Minutes } from "./Minutes";
import { StepFields } from "./StepFields";

interface Props {
  step: Activity;
  time: string;
  first: boolean;
  last: boolean;
}

export function Row({ step, time, first, last }: Props) {
  const app = usePrepare();
  const { t } = app;
  const open = app.open.value === step.id;
  const drag = useDrag(app, step);
  const toggle = () => {
    app.fields.flushAll();
    app.open.value = open ? null : step.id;
  };
  return (
    <li
      class={["step", open ? "open" : "", step.settings.pause === true ? "rest" : "", drag.state].filter(Boolean).join(" ")}
      onKeyDown={(event) => moveByKey(app, step, event)}
      {...drag.target}
    >
      <div class="line">
        <span class="grip" aria-hidden="true" {...drag.grip}>
          ⠿
        </span>
        <b class="num when">{time}</b>
        <button type="button" class="what" id={`row-${step.id}`} aria-expanded={open} onClick={toggle}>
          <span class="tx">{step.title}</span>
          <small>
            <KindOf step={step} />
          </small>
        </button>
        <Minutes step={step} />
        <span class="moves">
          <button
            type="button"
            class="btn small quiet"
            aria-keyshortcuts="Alt+ArrowUp"
            aria-disabled={first}
            aria-label={t("prepare.earlier", { title: step.title })}
            onClick={() => app.moveBy(step, -1)}
          >
            <span aria-hidden="true">↑</span>
          </button>
          <button
            type="button"
            class="btn small quiet"
            aria-keyshortcuts="Alt+ArrowDown"
            aria-disabled={last}
            aria-label={t("prepare.later", { title: step.title })}
            onClick={() => app.moveBy(step, 1)}
          >
            <span aria-hidden="true">↓</span>
          </button>
        </span>
      </div>
      {open && <StepFields step={step} />}
    </li>
  );
}

function KindOf({ step }: { step: Activity }) {
  const { t, kinds } = usePrepare();
  const name = step.settings.pause === true ? t("prepare.break") : (kinds[step.kind]?.name ?? step.kind);
  const state = step.ended_at !== null ? "ran" : step.started_at !== null ? "runs" : "";
  return (
    <>
      {name}
      {state && ` · ${t(`prepare.${state}`)}`}
    </>
  );
}

function moveByKey(app: Prepare, step: Activity, event: KeyboardEvent): void {
  if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
  event.preventDefault();
  app.moveBy(step, event.key === "ArrowUp" ? -1 : 1);
}

const DRAGGED = "application/x-led-step";

/** Dragging by the grip, for those who like it; buttons and keys do the same. */
function useDrag(app: Prepare, step: Activity) {
  const [over, setOver] = useState(false);
  return {
    state: over ? "over" : "",
    grip: {
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer?.setData(DRAGGED, step.id);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      },
    },
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer?.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        setOver(false);
        const moved = app.board.get("activity", event.dataTransfer?.getData(DRAGGED));
        if (!moved || moved.id === step.id) return;
        event.preventDefault();
        void app.move(moved, step.id);
      },
    },
  };
}
