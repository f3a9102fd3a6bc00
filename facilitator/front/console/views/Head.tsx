/** What heads every step: the question on its strip, chips that tell its state, and its tools. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { isVote } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { EditStep } from "./EditStep";
import { Reopen } from "./Reopen";
import { Signals } from "./Signals";

interface Props {
  step: Activity;
  chips?: ComponentChildren;
  tools?: ComponentChildren;
  big?: boolean;
}

export function Head({ step, chips, tools, big = false }: Props) {
  const { t } = useApp();
  const [sheet, setSheet] = useState<"edit" | "reopen" | null>(null);
  const decided = step.phase === "revealed" || step.phase === "confirmed" || step.phase === "closed";
  const again = reopenable(step);
  return (
    <>
      <div class={big ? "c-head big" : "c-head"}>
        <h2 data-strip tabIndex={-1} class={decided ? "strip done" : "strip"}>
          <span class="tx">{step.question || step.title}</span>
        </h2>
      </div>
      <div class="c-tools">
        {chips}
        <Signals step={step} />
        <span class="sp" />
        {tools}
        {again && (
          <button type="button" class="btn small" onClick={() => setSheet("reopen")}>
            {t("console.reopen.button")}
          </button>
        )}
        <button type="button" class="btn small" onClick={() => setSheet("edit")}>
          {t("console.edit.button")}
        </button>
      </div>
      {sheet === "edit" && <EditStep step={step} close={() => setSheet(null)} />}
      {sheet === "reopen" && <Reopen step={step} close={() => setSheet(null)} />}
    </>
  );
}

/** A vote whose result was shown stays as it is; all else may be opened again. */
function reopenable(step: Activity): boolean {
  if (step.phase === "draft" || step.phase === "open") return false;
  return !isVote(step) || step.phase === "closed";
}
