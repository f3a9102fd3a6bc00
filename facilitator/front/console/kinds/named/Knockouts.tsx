/** The nine knock-out questions of a measure: yes, no or repaired, the last two with a word. */

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Measure } from "../../../../../shared/web/front/records";
import { QUESTIONS } from "../../../../../shared/web/front/results/named";
import { onEnter, useApp } from "../../view";

const ANSWERS = ["yes", "no", "repaired"] as const;
const WORD_LENGTH = 160;

interface Props {
  measure: Measure;
  /** What stands at its head. */
  children: ComponentChildren;
}

export function Knockouts({ measure, children }: Props) {
  const app = useApp();
  const { t } = app;
  const keep = (sheet: Record<string, unknown>) => app.act("measure.edit", { measure: measure.id, sheet });
  const open = QUESTIONS.filter((k) => !measure.sheet?.[k]);
  return (
    <section class="panel c-knock" aria-label={t("rating.console.knockouts_of", { title: measure.title })}>
      <div class="c-knock-head">
        {children}
        {open.length > 0 && (
          <button
            type="button"
            class="btn small"
            onClick={() => void keep(Object.assign({}, ...open.map((k) => ({ [k]: "yes" }))))}
          >
            {t("rating.console.all_yes", { n: open.length })}
          </button>
        )}
      </div>
      {QUESTIONS.map((k) => (
        <Question key={k} k={k} measure={measure} keep={keep} />
      ))}
    </section>
  );
}

interface QuestionProps {
  k: string;
  measure: Measure;
  keep(sheet: Record<string, unknown>): Promise<unknown>;
}

function Question({ k, measure, keep }: QuestionProps) {
  const { t } = useApp();
  const name = useId();
  const answer = measure.sheet?.[k];
  const word = String(measure.sheet?.[`${k}_word`] ?? "");
  const wanted = answer === "no" || answer === "repaired";
  const leave = async (box: HTMLInputElement) => {
    const text = box.value.trim();
    if (text !== word && !(await keep({ [`${k}_word`]: text || null }))) box.value = word;
  };
  return (
    <fieldset class="c-question">
      <legend>
        <b>{k}</b> {t(`rating.words.${k}`)}
      </legend>
      <span class="c-answers">
        {ANSWERS.map((value) => (
          <label key={value} class={answer === value ? `on ${value}` : ""}>
            <input type="radio" name={name} checked={answer === value} onChange={() => void keep({ [k]: value })} />
            {t(`rating.console.answer.${value}`)}
          </label>
        ))}
      </span>
      {(wanted || word) && (
        <input
          class="in"
          key={word}
          defaultValue={word}
          maxLength={WORD_LENGTH}
          aria-label={t("rating.console.word_on", { k })}
          aria-invalid={wanted && !word}
          placeholder={t(answer === "repaired" ? "rating.console.what_repaired" : "rating.console.why_no")}
          onBlur={(event) => void leave(event.currentTarget)}
          onKeyDown={onEnter(() => (document.activeElement as HTMLElement | null)?.blur())}
        />
      )}
    </fieldset>
  );
}
