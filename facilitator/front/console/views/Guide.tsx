/** How to lead the running step, or any other: what it is for, what to say, what to ask, what goes wrong; and private notes. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { agendaOf, stepOf } from "../../../../shared/web/front/select";
import type { App } from "../app";
import { useApp } from "../view";
import { Entry } from "./Notes";

const PARTS = ["purpose", "say", "trigger", "mistakes"] as const;

export function Guide() {
  const app = useApp();
  const { board, t } = app;
  const steps = agendaOf(board);
  const running = stepOf(board) ?? steps[0];
  const [chosen, setChosen] = useState("");
  const step = board.get("activity", chosen) ?? running;
  if (!step) return null;
  return (
    <>
      <label class="fld">
        <span class="vh">{t("console.guide.step")}</span>
        <select class="in" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value="">{t("console.guide.running", { title: running?.title ?? "" })}</option>
          {steps.map((other) => (
            <option key={other.id} value={other.id}>
              {other.position}. {other.title}
            </option>
          ))}
        </select>
      </label>
      <dl class="guide">
        {PARTS.map((part) => {
          const words = part === "trigger" ? step.question : wordsOf(app, step, part);
          return (
            words && (
              <div key={part} class={part}>
                <dt>{t(`console.guide.${part}`)}</dt>
                <dd class="tx">{words}</dd>
              </div>
            )
          );
        })}
      </dl>
      <Entry key={step.id} id={privateNote(step)} type="private" activity={step.id} focus={false} />
      <p class="hint">{t("console.guide.private_hint")}</p>
    </>
  );
}

/** The step's own guide, else its kind's; a break is a kind of its own here. */
function wordsOf(app: App, step: Activity, part: string): string {
  const kind = step.settings.pause === true ? "break" : step.kind;
  for (const name of [step.guide, `kind.${kind}`]) {
    const words = app.boot.guides?.[`guides.${name}.${part}`];
    if (name && words) return words;
  }
  return "";
}

/** One private note a step, under the same id on all consoles. */
function privateNote(step: Activity): string {
  return `private-${step.id}`.slice(0, 64);
}
