import { keepable, LIMITS, lineName, type PlanLine, PROOFS, planLines } from "../../../../shared/web/front/evaluation";
import type { Activity } from "../../../../shared/web/front/records";
import type { OwnMeasure } from "../../evaluations";
import { useApp } from "../../view";
import { Field } from "../sheet/Field";
import { Form } from "./Form";
import { Planned, State } from "./Line";

const MOST_FIGURE = 999_999_999_999;

interface Props {
  activity: Activity;
  measure: OwnMeasure;
  leave(): void;
}

/** What was reached, line by line, beside a plan whose words stay. */
export function FactsForm({ activity, measure, leave }: Props) {
  const { boot, t } = useApp();
  const lines = planLines(activity, measure, boot.language);
  const told = (line: PlanLine) => <Told key={line.id} activity={activity} measure={measure} line={line} />;
  return (
    <Form activity={activity} measure={measure} leave={leave}>
      {lines.filter((line) => !line.common && !line.sum).map(told)}
      <details class="ev-common">
        <summary>{t("evaluation.words.common")}</summary>
        {lines.filter((line) => line.common).map(told)}
      </details>
    </Form>
  );
}

/** The largest whole number that a line takes, where it takes nothing else. */
function mostOf(line: PlanLine): { most?: number } {
  return line.common && keepable(line, "1.5") === undefined ? { most: MOST_FIGURE } : {};
}

function Told({ activity, measure, line }: { activity: Activity; measure: OwnMeasure; line: PlanLine }) {
  const app = useApp();
  const { t, typing } = app;
  const name = lineName(t, line);
  const { reached } = line;
  const send = (told: Record<string, string>) =>
    void app.do("measure.report", { activity: activity.id, measure: measure.id, line: line.id, ...told });
  const keep = (what: "value" | "remark") => (typed: string) => {
    const words = what === "value" ? keepable(line, typed) : typed.trim();
    if (words !== undefined && words !== (reached[what] ?? "")) send({ [what]: words });
  };
  const kept = { busy: () => typing.begin(activity.id), rest: () => typing.pause() };
  return (
    <fieldset class="ev-line">
      <legend class="tx">{name}</legend>
      {!line.common && <Planned line={line} />}
      <Field
        field={{ name: `${line.id}-value`, characters: line.common || line.money ? 15 : LIMITS.value, ...mostOf(line) }}
        label={t("evaluation.phone.value_of", { line: name })}
        value={reached.value ?? ""}
        keep={keep("value")}
        place={measure.id}
        {...kept}
      />
      <div class="stack">
        <label for={`sk-${line.id}-proof`}>{t("evaluation.phone.proof_of", { line: name })}</label>
        <select
          id={`sk-${line.id}-proof`}
          class="inp"
          value={reached.proof ?? ""}
          onChange={(event) => send({ proof: event.currentTarget.value })}
        >
          <option value="">{t("evaluation.phone.choose")}</option>
          {PROOFS.map((proof) => (
            <option key={proof} value={proof}>
              {t(`evaluation.words.proof.${proof}`)}
            </option>
          ))}
        </select>
      </div>
      <Field
        field={{ name: `${line.id}-remark`, characters: LIMITS.remark }}
        label={t("evaluation.phone.remark_of", { line: name })}
        value={reached.remark ?? ""}
        keep={keep("remark")}
        place={measure.id}
        {...kept}
      />
      <State reached={reached} />
    </fieldset>
  );
}
