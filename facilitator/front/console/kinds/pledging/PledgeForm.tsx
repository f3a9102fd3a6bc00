/** One line to write or to change: who does what by when with what. Enter in any box writes it down. */

import { useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity, Pledge } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";

interface Props {
  step: Activity;
  measure: string | null;
  /** The line that is being changed. */
  line?: Pledge;
  done?(): void;
}

const BLANK = { what: "", who: "", due: "", means: "", champion: false };

export function PledgeForm({ step, measure, line, done }: Props) {
  const app = useApp();
  const { t } = app;
  const commit = step.kind === "commit";
  const [words, setWords] = useState(() => ({ ...BLANK, ...line }));
  const set = (change: Partial<typeof BLANK>) => setWords({ ...words, ...change });
  const champion = commit && measure !== null && words.champion;
  const fits = (words.what.trim() !== "" || champion) && (!commit || words.who.trim() !== "");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const { what, who, due, means } = words;
    const args = { activity: step.id, pledge: line?.id ?? newId(), measure, what, who, due, means };
    if (!(await app.act("pledge.write", commit ? { ...args, champion } : args, t("plan.console.written")))) return;
    setWords(BLANK);
    done?.();
  };
  const box = (name: "what" | "who" | "due" | "means", most: number) => {
    const shared = {
      class: "in",
      "aria-label": t(`plan.console.${name}`),
      value: words[name],
      onInput: (event: Event) => set({ [name]: (event.currentTarget as HTMLInputElement).value }),
    };
    if (name === "due") return <input {...shared} type="date" />;
    return <input {...shared} placeholder={t(`plan.console.${name}`)} maxLength={most} />;
  };
  return (
    <form class="c-pledge-form" onSubmit={(event) => void submit(event)}>
      {box("who", 120)}
      {box("what", 200)}
      {box("due", 10)}
      {box("means", 160)}
      {commit && measure !== null && (
        <label class="c-tick">
          <input type="checkbox" checked={words.champion} onChange={(event) => set({ champion: event.currentTarget.checked })} />{" "}
          {t("commit.console.champion")}
        </label>
      )}
      <button type="submit" class="btn small" aria-disabled={!fits}>
        {t(line ? "plan.console.save" : "plan.console.add")}
      </button>
      {done && (
        <button type="button" class="btn small quiet" onClick={done}>
          {t("plan.console.leave")}
        </button>
      )}
    </form>
  );
}
