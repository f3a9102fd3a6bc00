/** The guide of interviews, question by question: reworded, ordered, left out, and own ones put in. */

import { newId } from "../../../../shared/web/front/ids";
import { guideShown, moved, type Row, rowsOf } from "../guide";
import type { Field } from "../kinds";
import { usePrepare } from "../view";
import type { Bound } from "./Input";

export function Guide({ field, box }: { field: Field; box: Bound }) {
  const { t } = usePrepare();
  const rows = rowsOf(String(box.value));
  const full = rows.length >= (field.most ?? rows.length);
  const typed = (at: number, change: Partial<Row>) =>
    box.typed(JSON.stringify(rows.map((row, n) => (n === at ? { ...row, ...change } : row))));
  const put = (next: Row[]) => box.chosen(JSON.stringify(next));
  const nth = (n: number) => t("prepare.guide.nth", { n: n + 1 });
  const button = (name: "up" | "down" | "out", at: number, sign: string, disabled: boolean, next: () => Row[]) => (
    <button
      type="button"
      class="btn small"
      disabled={disabled || box.disabled}
      aria-label={`${t(`prepare.guide.${name}`)}: ${nth(at)}`}
      onClick={() => put(next())}
    >
      {sign}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div id={box.id} class="guide" role="group" aria-label={field.label} aria-describedby={box["aria-describedby"]}>
      <datalist id={`${box.id}-codes`}>
        {Object.entries(field.factors ?? {}).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <ol>
        {rows.map((row, at) => (
          <li key={row.key}>
            <textarea
              class="in"
              rows={2}
              maxLength={field.characters}
              aria-label={nth(at)}
              disabled={box.disabled}
              value={row.text}
              onInput={(event) => typed(at, { text: event.currentTarget.value })}
              onBlur={box.left}
            />
            <div class="row">
              <select
                class="in"
                aria-label={`${t("prepare.guide.asks")}: ${nth(at)}`}
                disabled={box.disabled}
                value={row.asks}
                onChange={(event) => {
                  typed(at, { asks: event.currentTarget.value });
                  box.left();
                }}
              >
                {field.options?.map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
              <input
                class="in codes"
                dir="ltr"
                list={`${box.id}-codes`}
                aria-label={`${t("prepare.guide.factors")}: ${nth(at)}`}
                disabled={box.disabled}
                value={row.factors}
                onInput={(event) => typed(at, { factors: event.currentTarget.value })}
                onBlur={box.left}
              />
              {button("up", at, "↑", at === 0, () => moved(rows, at, -1))}
              {button("down", at, "↓", at === rows.length - 1, () => moved(rows, at, 1))}
              {button("out", at, "×", rows.length === 1, () => rows.filter((_, n) => n !== at))}
            </div>
          </li>
        ))}
      </ol>
      <p class="row">
        <button
          type="button"
          class="btn small"
          disabled={full || box.disabled}
          onClick={() => put([...rows, { key: newId(), text: "", asks: "all", factors: "" }])}
        >
          {t("prepare.guide.add")}
        </button>
        <button
          type="button"
          class="btn small"
          disabled={box.disabled}
          onClick={() => put(rowsOf(guideShown(field, field.default as [])))}
        >
          {t("prepare.guide.specimen")}
        </button>
      </p>
    </div>
  );
}
