import { AGAIN, JUDGED, SCORES, scoreIn, type Told, wordsAsked, worthOf } from "../../../../shared/web/front/conclusions";
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

const ASKED = ["champion", "users"] as const; // what the office says is written down on the console

/** What the measure was worth to champion and users, and in words what it taught and what comes next. */
export function WorthForm({ activity, measure, leave }: Props) {
  const app = useApp();
  const { t, boot, typing } = app;
  const worth = worthOf(measure);
  const send = (name: string, value: string) => {
    if (value === (worth[name] ?? "")) return;
    void app.do("measure.check", { activity: activity.id, measure: measure.id, answers: { [name]: value } });
  };
  const answer = (one: Told) =>
    one.as === "words" ? (
      <Field
        key={one.name}
        field={{ name: one.name, characters: one.characters }}
        label={one.label}
        value={worth[one.name] ?? ""}
        keep={(typed) => send(one.name, typed.trim())}
        place={measure.id}
        busy={() => typing.begin(activity.id)}
        rest={() => typing.pause()}
      />
    ) : one.as === "day" ? (
      <div key={one.name} class="stack">
        <label for={one.name}>{one.label}</label>
        <input
          id={one.name}
          class="inp"
          type="date"
          value={worth[one.name] ?? ""}
          onChange={(event) => send(one.name, event.currentTarget.value)}
        />
      </div>
    ) : (
      <Choose
        key={one.name}
        id={one.name}
        label={one.label}
        value={worth[one.name] ?? ""}
        options={AGAIN.map((again) => [again, t(`evaluation.words.answer.${again}`)])}
        choose={(again) => send(one.name, again)}
      />
    );
  return (
    <Form activity={activity} measure={measure} leave={leave}>
      <p class="hint">{t("evaluation.words.judged_how")}</p>
      {JUDGED.map((question) => (
        <fieldset key={question} class="ev-line">
          <legend class="tx">{t(`evaluation.words.judge.${question}`)}</legend>
          {ASKED.map((who) => (
            <Choose
              key={who}
              id={`${question}_${who}`}
              label={t(`evaluation.words.by.${who}`)}
              value={worth[`${question}_${who}`] ?? ""}
              options={SCORES[who].map((score) => [score, scoreIn(boot.language, score)])}
              choose={(score) => send(`${question}_${who}`, score)}
            />
          ))}
        </fieldset>
      ))}
      {wordsAsked(t).map(({ heading, asked }) => (
        <fieldset key={heading} class="ev-line">
          <legend class="tx">{heading}</legend>
          {asked.map(answer)}
        </fieldset>
      ))}
    </Form>
  );
}

interface ChooseProps {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  choose(value: string): void;
}

function Choose({ id, label, value, options, choose }: ChooseProps) {
  const { t } = useApp();
  return (
    <div class="stack">
      <label for={id}>{label}</label>
      <select id={id} class="inp" value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("evaluation.phone.choose")}</option>
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
