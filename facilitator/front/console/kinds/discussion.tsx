/** Talk: the question in large letters; what is said goes into the notes. Also breaks. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Head } from "../views/Head";
import { Measures } from "../views/Measures";
import type { KindOfConsole } from "./index";

export const DISCUSSION: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: named("open"), verb: "activity.open" },
    open: { key: named("close"), verb: "activity.confirm" },
  },
  View: Discussion,
};

/** A break is not a talk. */
function named(act: "open" | "close") {
  return (step: Activity) => `discussion.console.${act}${step.settings.pause === true ? "_break" : ""}`;
}

function Discussion({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const pause = step.settings.pause === true;
  const notes = board.all("note").filter((note) => note.activity === step.id && note.type !== "private");
  return (
    <>
      <Head
        step={step}
        big
        chips={
          <>
            <span class="chip info">{t(pause ? "discussion.console.a_break" : "discussion.console.a_talk")}</span>
            {notes.length > 0 && <span class="chip">{t("discussion.console.notes", { n: notes.length })}</span>}
          </>
        }
      />
      <div class="c-board c-talk">
        <p class="lead">{t(pause ? "discussion.console.break_hint" : `discussion.console.hint_${step.phase}`)}</p>
        {!pause && (
          <button
            type="button"
            class="btn"
            onClick={() => {
              app.tab.value = "notes";
              setTimeout(() => document.querySelector<HTMLElement>("#tab-body textarea")?.focus(), 0);
            }}
          >
            {t("discussion.console.write")}
          </button>
        )}
        {notes.length > 0 && (
          <ul class="said">
            {notes.map((note) => (
              <li key={note.id} class="card white">
                <span class="chip">{t(`console.notes.${note.type}`)}</span> <span class="tx">{note.text}</span>
                {note.who && <span class="meta tx">{[note.who, note.due].filter(Boolean).join(" · ")}</span>}
              </li>
            ))}
          </ul>
        )}
        {!pause && <Measures />}
      </div>
    </>
  );
}
