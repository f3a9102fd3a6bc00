/** What others have to move goes into the minutes' advocacy list: a note for each, where office and carrier are written. */

import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";

interface Props {
  step: Activity;
  /** What is to be moved, in words. */
  names: string[];
}

export function ToOthers({ step, names }: Props) {
  const app = useApp();
  const { board, t } = app;
  const noted = new Set(
    board.all("note").map((note) => (note.type === "advocacy" && note.activity === step.id ? note.text : "")),
  );
  const left = names.filter((name) => name && !noted.has(name));
  if (!left.length) return null;
  const note = async () => {
    for (const text of left) {
      const words = { note: newId(), type: "advocacy", text, activity: step.id };
      if (!(await app.act("note.write", words, t("vote.console.noted_for_others")))) return;
    }
  };
  return (
    <p>
      <button type="button" class="btn small" onClick={() => void note()}>
        {t("vote.console.note_for_others", { n: left.length })}
      </button>
    </p>
  );
}
