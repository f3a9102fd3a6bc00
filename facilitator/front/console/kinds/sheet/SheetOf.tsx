/** One measure's sheet; each answer is kept when its box is left. */

import { useId, useState } from "preact/hooks";
import type { Measure } from "../../../../../shared/web/front/records";
import { answerOf, SHEET_FIELDS, type SheetField } from "../../../../../shared/web/front/sheet";
import { useApp } from "../../view";
import { Knockouts } from "../named/Knockouts";

export function SheetOf({ measure }: { measure: Measure }) {
  const { t } = useApp();
  return (
    <>
      <section class="panel c-sheet" aria-label={t("sheet.console.sheet_of", { title: measure.title })}>
        <h3 class="tx">{measure.title}</h3>
        <p class="hint">{t("sheet.console.kept")}</p>
        {SHEET_FIELDS.map((field) => (
          <Answer key={field.name} measure={measure} field={field} />
        ))}
      </section>
      <Knockouts measure={measure}>
        <h3>{t("rating.console.gate_title")}</h3>
      </Knockouts>
    </>
  );
}

function Answer({ measure, field }: { measure: Measure; field: SheetField }) {
  const app = useApp();
  const { t } = app;
  const value = String(measure.sheet?.[field.name] ?? "");
  const [typed, setTyped] = useState<string | null>(null);
  const answer = typed === null ? undefined : answerOf(field, typed);
  const wrong = typed !== null && answer === undefined;
  const keep = async () => {
    if (typed === null || wrong) return;
    const same = String(answer ?? "") === value;
    if (same || (await app.act("measure.edit", { measure: measure.id, sheet: { [field.name]: answer } }))) setTyped(null);
  };
  const id = useId();
  const shared = {
    id,
    class: "in",
    value: typed ?? value,
    "aria-invalid": wrong,
    onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
    onBlur: () => void keep(),
  };
  return (
    <div class={field.most === undefined ? "fld" : "fld narrow-field"}>
      <label for={id}>{t(`common.sheet.${field.name}`)}</label>
      {(field.characters ?? 0) > 160 ? (
        <textarea {...shared} rows={2} maxLength={field.characters} />
      ) : (
        <input {...shared} inputMode={field.most === undefined ? "text" : "numeric"} maxLength={field.characters ?? 14} />
      )}
      {wrong && <small class="hint warn">{t("sheet.console.whole_number", { most: field.most ?? 0 })}</small>}
    </div>
  );
}
