/** Before the vote: where the scale begins and ends, what its ends are called, and whether one may not know. */

import type { Activity } from "../../../../../shared/web/front/records";
import { stepsOf } from "../../../../../shared/web/front/scale";
import { useApp } from "../../view";
import { Field } from "../Field";
import { ReasonsAsked } from "../poll/Reasons";
import { Choice, Counter } from "../Settings";
import { DraftOf } from "../vote/DraftOf";

const MOST_STEPS = 11;
const NAME_LENGTH = 30;

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const from = Number(step.settings.from);
  const to = Number(step.settings.to);
  const steps = stepsOf(step.settings);
  const all = (step.settings.names as string[]).length > 2;
  const set = (settings: Record<string, unknown>) => app.act("activity.edit", { activity: step.id, settings });
  const [first, last] = [steps[0]?.name ?? "", steps[steps.length - 1]?.name ?? ""];
  // Names of single steps belong to a scale of just so many.
  const resize = (from: number, to: number) => void set({ from, to, names: all ? [] : namesOf(from, to, first, last) });
  return (
    <DraftOf step={step} least={0}>
      <Counter
        label={t("scale.console.from")}
        value={from}
        least={to - MOST_STEPS + 1}
        most={to - 1}
        set={(n) => resize(n, to)}
      />
      <Counter
        label={t("scale.console.to")}
        value={to}
        least={from + 1}
        most={from + MOST_STEPS - 1}
        set={(n) => resize(from, n)}
      />
      {all ? (
        <p>{steps.map(({ value, name }) => `${value} ${name}`).join(" · ")}</p>
      ) : (
        <div class="c-names">
          <Field
            label={t("scale.console.name_of", { step: from })}
            value={first}
            characters={NAME_LENGTH}
            keep={(text) => set({ names: namesOf(from, to, text, last) })}
          />
          <Field
            label={t("scale.console.name_of", { step: to })}
            value={last}
            characters={NAME_LENGTH}
            keep={(text) => set({ names: namesOf(from, to, first, text) })}
          />
        </div>
      )}
      <Choice
        label={t("scale.console.unsure")}
        value={step.settings.unsure ? "yes" : "no"}
        options={["no", "yes"].map((value) => ({
          value,
          label: t(`scale.console.unsure_${value}`),
          hint: t(`scale.console.unsure_hint_${value}`),
        }))}
        set={(value) => void set({ unsure: value === "yes" })}
      />
      <ReasonsAsked step={step} />
    </DraftOf>
  );
}

/** The names of both ends; one that has none is called by its number. */
function namesOf(from: number, to: number, first: string, last: string): string[] {
  return first || last ? [first || String(from), last || String(to)] : [];
}
