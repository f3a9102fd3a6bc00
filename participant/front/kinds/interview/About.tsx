import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import { consentOf, GROUPS, LIMITS } from "../../../../shared/web/front/interviews";
import type { Activity } from "../../../../shared/web/front/records";
import type { OwnInterview } from "../../interviews";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";

interface Words {
  group: string;
  line_of_work: string;
  place: string;
  date: string;
  note: string;
  agreed: boolean;
}

interface Props {
  activity: Activity;
  /** Null: a new one. */
  interview: OwnInterview | null;
  begun(id: string): void;
  gone(): void;
  close(): void;
}

/** Who is asked, without a name, and the line that is read out to them: before they agree nothing is kept. */
export function About({ activity, interview, begun, gone, close }: Props) {
  const app = useApp();
  const { t, drafts, typing } = app;
  const draft = `form/${interview?.id ?? activity.id}`;
  const [words, setWords] = useState<Words>(() => ({ ...of(interview), ...kept(drafts.get(draft)) }));
  const [sure, setSure] = useState(false);
  const consent = interview?.consent || consentOf(t, activity);
  const set = (change: Partial<Words>) => {
    const next = { ...words, ...change };
    setWords(next);
    drafts.set(draft, JSON.stringify(next));
    typing.begin(activity.id);
  };
  const leave = () => {
    typing.end();
    close();
  };
  const fits = words.group !== "" && words.agreed;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const { agreed, ...told } = words;
    const id = interview?.id ?? newId();
    void app.do("interview.write", { activity: activity.id, interview: id, consent, ...told });
    drafts.set(draft, "");
    typing.end();
    begun(id);
  };
  const withdraw = () => {
    if (!sure) return setSure(true);
    void app.do("interview.withdraw", { interview: interview?.id });
    drafts.set(draft, "");
    typing.end();
    gone();
  };
  const box = (name: "line_of_work" | "place" | "note") => (
    <>
      <label for={`iv-${name}`}>{t(`interview.phone.${name}`)}</label>
      <input
        id={`iv-${name}`}
        class="inp"
        maxLength={LIMITS[name]}
        autocomplete="off"
        value={words[name]}
        aria-describedby={name === "note" ? "iv-note-hint" : undefined}
        onInput={(event) => set({ [name]: event.currentTarget.value })}
      />
    </>
  );
  return (
    <Sheet title={t(interview ? "interview.phone.about" : "interview.phone.new_title")} close={leave}>
      <form class="stack" onSubmit={submit}>
        <label for="iv-group">{t("interview.phone.group")}</label>
        <select id="iv-group" class="inp" value={words.group} onChange={(event) => set({ group: event.currentTarget.value })}>
          <option value="">–</option>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {t(`interview.words.group.${group}`)}
            </option>
          ))}
        </select>
        {box("line_of_work")}
        {box("place")}
        <label for="iv-date">{t("interview.phone.date")}</label>
        <input
          id="iv-date"
          class="inp"
          type="date"
          value={words.date}
          onInput={(event) => set({ date: event.currentTarget.value })}
        />
        {box("note")}
        <p id="iv-note-hint" class="hint">
          {t("interview.phone.note_hint")}
        </p>
        <p class="part">{t("interview.phone.read_out")}</p>
        <blockquote class="card white tx">{consent}</blockquote>
        <label class="choice">
          <input type="checkbox" checked={words.agreed} onChange={(event) => set({ agreed: event.currentTarget.checked })} />
          <span>{t("interview.phone.agreed")}</span>
        </label>
        <button type="submit" class="btn go wide" aria-disabled={!fits}>
          {t(interview ? "interview.phone.keep_about" : "interview.phone.begin")}
        </button>
      </form>
      {interview && (
        <button type="button" class="btn wide" onClick={withdraw}>
          {t(sure ? "interview.phone.withdraw_sure" : "interview.phone.withdraw")}
        </button>
      )}
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.cancel")}
      </button>
    </Sheet>
  );
}

function of(interview: OwnInterview | null): Words {
  if (!interview) return { group: "", line_of_work: "", place: "", date: today(), note: "", agreed: false };
  const { group, line_of_work, place, date, note } = interview;
  return { group, line_of_work, place, date, note, agreed: true };
}

/** Today where this phone is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function kept(draft: string): Partial<Words> {
  try {
    return JSON.parse(draft || "{}") as Partial<Words>;
  } catch {
    return {};
  }
}
