/** One measure's check: eight questions, each answer with its word of proof, and the verdict that they allow. */

import {
  ANSWERS,
  FIGURES,
  figureOf,
  LIMITS,
  QUESTIONS,
  timeOf,
  VERDICTS,
  verdictOf,
} from "../../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Box } from "./Box";

export function Check({ step, measure }: { step: Activity; measure: Measure }) {
  const app = useApp();
  const { t } = app;
  const check = measure.checks?.[timeOf(step)] ?? {};
  const verdict = verdictOf(measure, timeOf(step));
  const tell = (answers: Record<string, string>) => app.act("measure.check", { activity: step.id, measure: measure.id, answers });
  return (
    <section class="panel c-facts" aria-label={measure.title}>
      <div class="c-facts-head">
        <h3 class="tx">{measure.title}</h3>
        <span class={`chip ${VERDICTS[verdict]?.chip}`}>
          <span aria-hidden="true">{VERDICTS[verdict]?.sign}</span> {t(`evaluation.words.verdict.${verdict}`)}
        </span>
      </div>
      <ul class="c-checks">
        {QUESTIONS.map((question) => (
          <li key={question}>
            <span class="tx">{t(`evaluation.words.${question}`)}</span>
            {question === "Q5" ? (
              <span class="c-figures">
                {FIGURES.map((name) => (
                  <Box
                    key={name}
                    label={t(`evaluation.words.${name === "Q5_jobs" ? "jobs" : "firms"}`)}
                    hint={t(`evaluation.words.${name === "Q5_jobs" ? "jobs" : "firms"}`)}
                    value={check[name] ?? ""}
                    most={9}
                    numeric
                    fits={(typed) => figureOf(typed) !== undefined}
                    keep={(typed) => tell({ [name]: figureOf(typed) ?? "" })}
                  />
                ))}
              </span>
            ) : (
              <select
                class="in"
                aria-label={t(`evaluation.words.${question}`)}
                value={check[question] ?? ""}
                onChange={(event) => void tell({ [question]: event.currentTarget.value })}
              >
                {["", ...ANSWERS].map((answer) => (
                  <option key={answer} value={answer}>
                    {t(`evaluation.words.answer.${answer}`)}
                  </option>
                ))}
              </select>
            )}
            <Box
              label={`${t("evaluation.words.word")} ${t(`evaluation.words.Q.${question}`)}`}
              hint={t("evaluation.words.word")}
              value={check[`${question}_word`] ?? ""}
              most={LIMITS.proof_word}
              keep={(word) => tell({ [`${question}_word`]: word })}
            />
            <small class="hint warn">{check[question] && !check[`${question}_word`] ? t("evaluation.words.no_word") : ""}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
