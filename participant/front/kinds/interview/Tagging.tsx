import { FactorOptions } from "../../../../shared/web/front/factorOptions";
import { LIMITS, MOST_TAGS } from "../../../../shared/web/front/interviews";
import { signed } from "../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import type { Words } from "./PointForm";

const SIGNS = ["+", "-"] as const;
const RATINGS = [-3, -2, -1, 0, 1, 2, 3];

interface Props {
  /** Factors that the question is about. */
  proposed: readonly string[];
  words: Words;
  set(change: Partial<Words>): void;
}

/** What a point is about, and whether it helps or hinders: a tap each. The rest where somebody wants it. */
export function Tagging({ proposed, words, set }: Props) {
  const { t } = useApp();
  const offered = [...proposed, ...words.factors.filter((code) => !proposed.includes(code))];
  const full = words.factors.length >= MOST_TAGS;
  const toggle = (code: string) => {
    if (words.factors.includes(code)) set({ factors: words.factors.filter((other) => other !== code) });
    else if (!full) set({ factors: [...words.factors, code] });
  };
  const choose = (sign: Words["sign"]) => set({ sign, rating: fitting(words.rating, sign) });
  return (
    <>
      <fieldset class="iv-set">
        <legend>{t("interview.phone.factors", { most: MOST_TAGS })}</legend>
        <div class="iv-tags">
          {offered.map((code) => (
            <button
              key={code}
              type="button"
              class="btn iv-tag"
              aria-pressed={words.factors.includes(code)}
              aria-disabled={full && !words.factors.includes(code)}
              onClick={() => toggle(code)}
            >
              {code} {t(`factors.words.${code}`)}
            </button>
          ))}
        </div>
        <select
          class="inp"
          aria-label={t("interview.phone.other_factor")}
          value=""
          disabled={full}
          onChange={(event) => {
            const code = event.currentTarget.value;
            event.currentTarget.value = "";
            if (code && !words.factors.includes(code)) toggle(code);
          }}
        >
          <option value="">{t("interview.phone.other_factor")}</option>
          <FactorOptions t={t} />
        </select>
      </fieldset>
      <fieldset class="iv-set">
        <legend>{t("interview.phone.sign")}</legend>
        <div class="iv-signs">
          {SIGNS.map((sign) => (
            <button
              key={sign}
              type="button"
              class="btn iv-tag"
              aria-pressed={words.sign === sign}
              onClick={() => choose(words.sign === sign ? "" : sign)}
            >
              <b aria-hidden="true">{sign === "+" ? "+" : "−"}</b> {t(`interview.phone.sign.${sign}`)}
            </button>
          ))}
        </div>
      </fieldset>
      <details class="iv-more">
        <summary>{t("interview.phone.more")}</summary>
        <label for="iv-quote">{t("interview.phone.quote")}</label>
        <textarea
          id="iv-quote"
          class="inp"
          rows={2}
          maxLength={LIMITS.quote}
          value={words.quote}
          onInput={(event) => set({ quote: event.currentTarget.value })}
        />
        <label for="iv-rating">{t("interview.phone.rating")}</label>
        <select
          id="iv-rating"
          class="inp"
          value={words.rating === null ? "" : String(words.rating)}
          onChange={(event) => set({ rating: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })}
        >
          <option value="">–</option>
          {RATINGS.filter((rating) => fitting(rating, words.sign) !== null).map((rating) => (
            <option key={rating} value={String(rating)}>
              {signed(rating)}
            </option>
          ))}
        </select>
        <label class="choice">
          <input
            type="checkbox"
            checked={words.confidential}
            onChange={(event) => set({ confidential: event.currentTarget.checked })}
          />
          <span>{t("interview.phone.confidential")}</span>
        </label>
      </details>
    </>
  );
}

/** A rating that goes with the sign, else none. */
function fitting(rating: number | null, sign: Words["sign"]): number | null {
  if (rating === null || sign === "") return rating;
  return (sign === "+" ? rating >= 0 : rating <= 0) ? rating : null;
}
