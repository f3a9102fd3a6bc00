import { ANSWERS, FIGURES, figureOf, LIMITS, QUESTIONS, timeOf } from "../../../../shared/web/front/evaluation";
import type { Activity } from "../../../../shared/web/front/records";
import type { OwnMeasure } from "../../evaluations";
import { useApp } from "../../view";
import { Field } from "../sheet/Field";
import { Form } from "./Form";

interface Props {
  activity: Activity;
  measure: OwnMeasure;
  leave(): void;
}

/** Eight questions, each with a word of proof; without it an answer counts as not verified. */
export function CheckForm({ activity, measure, leave }: Props) {
  const app = useApp();
  const { t, typing } = app;
  const check = measure.checks?.[timeOf(activity)] ?? {};
  const send = (answers: Record<string, string>) =>
    void app.do("measure.check", { activity: activity.id, measure: measure.id, answers });
  const keep = (name: string) => (typed: string) => {
    const figure = name.endsWith("_word") ? typed.trim() : figureOf(typed);
    if (figure !== undefined && figure !== (check[name] ?? "")) send({ [name]: figure });
  };
  const kept = { busy: () => typing.begin(activity.id), rest: () => typing.pause() };
  return (
    <Form activity={activity} measure={measure} leave={leave}>
      {QUESTIONS.map((question) => (
        <fieldset key={question} class="ev-line">
          <legend class="tx">{t(`evaluation.words.${question}`)}</legend>
          {question === "Q5" ? (
            FIGURES.map((name) => (
              <Field
                key={name}
                field={{ name, characters: 9 }}
                label={t(`evaluation.words.${name === "Q5_jobs" ? "jobs" : "firms"}`)}
                value={check[name] ?? ""}
                keep={keep(name)}
                place={measure.id}
                {...kept}
              />
            ))
          ) : (
            <div class="ev-answers">
              {["", ...ANSWERS].map((answer) => (
                <label key={answer} class={(check[question] ?? "") === answer ? "on" : ""}>
                  <input
                    type="radio"
                    name={`${measure.id}-${question}`}
                    checked={(check[question] ?? "") === answer}
                    onChange={() => send({ [question]: answer })}
                  />
                  <span>{t(`evaluation.words.answer.${answer}`)}</span>
                </label>
              ))}
            </div>
          )}
          <Field
            field={{ name: `${question}_word`, characters: LIMITS.proof_word }}
            label={t("evaluation.phone.word_of", { question: t(`evaluation.words.Q.${question}`) })}
            value={check[`${question}_word`] ?? ""}
            keep={keep(`${question}_word`)}
            place={measure.id}
            {...kept}
          />
          {check[question] && !check[`${question}_word`] && <p class="hint warn">{t("evaluation.words.no_word")}</p>}
        </fieldset>
      ))}
    </Form>
  );
}
