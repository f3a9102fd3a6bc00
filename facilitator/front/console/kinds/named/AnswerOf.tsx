/** The answer to one of the nine questions about a measure, with the word that a no or a repair needs. */

import { useState } from "preact/hooks";
import type { Measure } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";
import { Choice } from "../Settings";

export function AnswerOf({ measure, k, close }: { measure: Measure; k: string; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [answer, setAnswer] = useState(String(measure.sheet?.[k] ?? ""));
  const [word, setWord] = useState(String(measure.sheet?.[`${k}_word`] ?? ""));
  const save = async () => {
    const sheet = { [k]: answer || null, [`${k}_word`]: answer === "no" || answer === "repaired" ? word.trim() : null };
    if (await app.act("measure.edit", { measure: measure.id, sheet }, t("named.console.gate.answered", { k }))) close();
  };
  return (
    <Dialog title={`${k}: ${measure.title}`} close={close} save={{ label: t("common.save"), act: () => void save() }}>
      <Choice
        label={t(`rating.words.${k}`)}
        value={answer}
        options={["yes", "no", "repaired", ""].map((value) => ({
          value,
          label: t(`named.console.gate.answer_${value || "none"}`),
          hint: "",
        }))}
        set={setAnswer}
      />
      {(answer === "no" || answer === "repaired") && (
        <label class="fld">
          <span>{t("named.console.word")}</span>
          <input class="in" maxLength={160} value={word} onInput={(event) => setWord(event.currentTarget.value)} />
        </label>
      )}
    </Dialog>
  );
}
