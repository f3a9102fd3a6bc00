/** The nine criteria with their weights, which make 100, and the means that each measure must reach. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../../shared/web/front/records";
import { CRITERIA, HIGHEST, MOST_SHIFT, WEIGHTS } from "../../../../../shared/web/front/results/rating";
import { useApp } from "../../view";

interface Props {
  step: Activity;
  /** Absent where the first round has fixed them. */
  set: ((settings: Record<string, unknown>) => Promise<unknown>) | undefined;
}

export function Weights({ step, set }: Props) {
  const { t } = useApp();
  const kept = step.settings.weights as number[];
  const minimums = step.settings.minimums as number[];
  const [typed, setTyped] = useState<string[] | null>(null);
  const shown = typed ?? kept.map(String);
  const numbers = shown.map((text) => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN));
  const sum = numbers.reduce((all, n) => all + n, 0);
  const off = (i: number) => !(Math.abs((numbers[i] ?? Number.NaN) - (WEIGHTS[i] ?? 0)) <= MOST_SHIFT);
  const fits = sum === 100 && !numbers.some((_, i) => off(i));
  const changed = numbers.some((n, i) => n !== kept[i]);
  const type = (i: number, text: string) => setTyped(shown.map((other, j) => (i === j ? text : other)));
  const save = async () => {
    if (set && fits && (await set({ weights: numbers }))) setTyped(null);
  };
  return (
    <div class="c-weights">
      <table class="rtab">
        <caption class="vh">{t("rating.console.weights")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("rating.console.criterion")}</th>
            <th scope="col">{t("rating.console.weight")}</th>
            <th scope="col">{t("rating.console.minimum")}</th>
          </tr>
        </thead>
        <tbody>
          {CRITERIA.map((c, i) => (
            <tr key={c}>
              <th scope="row">
                {c} {t(`rating.words.${c}`)}
              </th>
              <td>
                <input
                  class="in num"
                  inputMode="numeric"
                  maxLength={2}
                  disabled={!set}
                  aria-label={t("rating.console.weight_of", { criterion: c, usual: WEIGHTS[i] ?? 0 })}
                  aria-invalid={off(i)}
                  value={shown[i]}
                  onInput={(event) => type(i, event.currentTarget.value)}
                  onKeyDown={(event) => event.key === "Enter" && void save()}
                />
              </td>
              <td>
                <select
                  class="in num"
                  disabled={!set}
                  aria-label={t("rating.console.minimum_of", { criterion: c })}
                  value={String(minimums[i] ?? 0)}
                  onChange={(event) => {
                    const n = Number(event.currentTarget.value);
                    void set?.({ minimums: minimums.map((other, j) => (i === j ? n : other)) });
                  }}
                >
                  {Array.from({ length: HIGHEST + 1 }, (_, n) => (
                    <option key={n} value={String(n)}>
                      {n || "–"}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {set && (
        <div class="c-weights-sum">
          <p class={fits ? "hint num" : "hint warn num"} role="status">
            {Number.isNaN(sum) ? t("rating.console.no_number") : t("rating.console.sum", { sum, most: MOST_SHIFT })}
          </p>
          {changed && (
            <>
              <button type="button" class="btn small" onClick={() => setTyped(null)}>
                {t("rating.console.as_before")}
              </button>
              <button type="button" class="btn small go" aria-disabled={!fits} onClick={() => void save()}>
                {t("rating.console.keep")}
              </button>
            </>
          )}
        </div>
      )}
    </div>
  );
}
