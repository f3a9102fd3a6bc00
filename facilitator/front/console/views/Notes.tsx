/** Notes, decisions and tasks under the running step: kept as they are typed, told in words how safe they are. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Note } from "../../../../shared/web/front/records";
import { byPosition, stepOf } from "../../../../shared/web/front/select";
import { blank, FIELDS, type Words } from "../drafts";
import { useApp } from "../view";

const TYPES = ["note", "decision", "task", "advocacy", "question"] as const;
type Type = (typeof TYPES)[number] | "private";

export function Notes() {
  const app = useApp();
  const { board, drafts, t } = app;
  const step = stepOf(board);
  const activity = step?.id ?? null;
  const [begun, setBegun] = useState<{ id: string; type: Type; activity: string | null }[]>([]);
  const [first] = useState(newId);
  const written = board
    .all("note")
    .filter((note) => note.activity === activity && note.type !== "summary" && note.type !== "private")
    .sort(byPosition);
  const known = new Set(written.map((note) => note.id));
  const fresh = drafts
    .fresh(activity)
    .filter(
      (id) => !begun.some((note) => note.id === id) && id !== spare(first, activity) && drafts.of(id).words?.type !== "private",
    );
  const lines: { id: string; type: Type }[] = [
    ...written.map((note) => ({ id: note.id, type: note.type as Type })),
    ...fresh.map((id) => ({ id, type: drafts.of(id).words?.type as Type })),
    ...begun.filter((note) => note.activity === activity && !known.has(note.id)),
  ];
  if (!lines.some((line) => line.type === "note")) lines.unshift({ id: spare(first, activity), type: "note" });
  const begin = (type: Type) => setBegun([...begun, { id: newId(), type, activity }]);
  return (
    <>
      <h3 class="sidehead">{step ? t("console.notes.of", { title: step.title }) : t("console.notes.lobby")}</h3>
      {lines.map(({ id, type }) => (
        <Entry key={id} id={id} type={type} activity={activity} focus={begun.some((note) => note.id === id)} />
      ))}
      <div class="row">
        {TYPES.map((type) => (
          <button key={type} type="button" class="btn small" onClick={() => begin(type)}>
            {t(`console.notes.add_${type}`)}
          </button>
        ))}
      </div>
      <p class="hint">{t("console.notes.hint")}</p>
    </>
  );
}

/** The id of the box that stands ready under each step. */
function spare(first: string, activity: string | null): string {
  return `${first}-${activity ?? "lobby"}`.slice(0, 64);
}

/** A box of words that saves itself. */
export function Entry({ id, type, activity, focus }: { id: string; type: Type; activity: string | null; focus: boolean }) {
  const app = useApp();
  const { drafts, t } = app;
  const { words, state, message } = drafts.of(id);
  const box = useRef<HTMLTextAreaElement>(null);
  const now: Words = words ?? blank(type, activity);
  const change = (values: Partial<Words>) => drafts.type(id, { ...now, type, activity, ...values });
  // Only as it appears.
  useLayoutEffect(() => {
    if (focus && !now.text) box.current?.focus();
  }, []);
  const label = t(`console.notes.${type}`);
  return (
    // Leaving any of its boxes saves.
    <div class={`note ${type}`} onFocusOut={() => drafts.flush(id)}>
      <label class="fld">
        <span>{label}</span>
        <textarea
          ref={box}
          class="in"
          rows={type === "note" || type === "private" ? 5 : 2}
          value={now.text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </label>
      {FIELDS[type].length > 0 && (
        <div class="pair">
          {FIELDS[type].map((name) => (
            <p key={name} class="fld">
              <label for={`${name}-${id}`}>{t(`console.notes.${type}_${name}`)}</label>
              {name === "reasons" || name === "dissent" ? (
                <textarea
                  id={`${name}-${id}`}
                  class="in"
                  rows={2}
                  maxLength={2000}
                  value={now[name]}
                  onInput={(event) => change({ [name]: event.currentTarget.value })}
                />
              ) : (
                <Line id={`${name}-${id}`} date={name === "due"} value={now[name]} set={(value) => change({ [name]: value })} />
              )}
            </p>
          ))}
        </div>
      )}
      {state === "conflict" ? <Conflict id={id} /> : <State id={id} state={state} message={message} empty={!now.text} />}
    </div>
  );
}

interface LineProps {
  id: string;
  date: boolean;
  value: string;
  set(value: string): void;
}

function Line({ id, date, value, set }: LineProps) {
  const input = (event: { currentTarget: HTMLInputElement }) => set(event.currentTarget.value);
  if (date) return <input id={id} class="in" type="date" value={value} onInput={input} />;
  return <input id={id} class="in" maxLength={120} value={value} onInput={input} />;
}

function State({ id, state, message, empty }: { id: string; state: string; message: string | undefined; empty: boolean }) {
  const app = useApp();
  const { t } = app;
  const stored = app.board.get("note", id);
  if (state === "saved" && !stored) return null;
  return (
    <p class={`state ${state}`}>
      <span class={state === "saved" ? "pin ok" : state === "refused" ? "pin" : "pin wait"} aria-hidden="true" />
      {state === "refused" ? message : t(`console.notes.state.${state}`)}
      {stored && state === "saved" && !empty && (
        <button
          type="button"
          class="linklike"
          onClick={() => void app.act("note.remove", { note: id }, t("console.notes.removed"))}
        >
          {t("console.notes.remove")}
        </button>
      )}
    </p>
  );
}

/** Somebody else has written here meanwhile: both versions stand until one is chosen. */
function Conflict({ id }: { id: string }) {
  const { board, drafts, t } = useApp();
  const theirs: Note | undefined = board.get("note", id);
  return (
    <div class="clash" role="alert">
      <p>{t("console.notes.clash")}</p>
      <blockquote class="tx">{theirs?.text ?? t("console.notes.clash_removed")}</blockquote>
      <div class="row">
        <button type="button" class="btn small" onClick={() => drafts.settle(id, true)}>
          {t("console.notes.mine")}
        </button>
        <button type="button" class="btn small" onClick={() => drafts.settle(id, false)}>
          {t("console.notes.theirs")}
        </button>
      </div>
    </div>
  );
}
