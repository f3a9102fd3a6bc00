/** Before the vote: the unit, the decimals, and the least and the most that may be answered. */

import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Field } from "../Field";
import { ReasonsAsked } from "../poll/Reasons";
import { Counter } from "../Settings";
import { DraftOf } from "../vote/DraftOf";

const MOST_DECIMALS = 3;
const UNIT_LENGTH = 20;

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const { unit, decimals, least, most } = step.settings;
  const set = (settings: Record<string, unknown>) => app.act("activity.edit", { activity: step.id, settings });
  const figure = (text: string) => text.replace(/\s/g, "").replace(",", ".");
  return (
    <DraftOf step={step} least={0}>
      <div class="c-names">
        <Field
          label={t("number.console.unit")}
          value={String(unit)}
          characters={UNIT_LENGTH}
          placeholder={t("number.console.unit_example")}
          keep={(text) => set({ unit: text })}
        />
        <Counter
          label={t("number.console.decimals")}
          value={Number(decimals)}
          least={0}
          most={MOST_DECIMALS}
          set={(n) => void set({ decimals: n })}
        />
        <Field label={t("number.console.least")} value={String(least)} keep={(text) => set({ least: figure(text) })} />
        <Field label={t("number.console.most")} value={String(most)} keep={(text) => set({ most: figure(text) })} />
      </div>
      <p class="hint">{t("number.console.limits")}</p>
      <ReasonsAsked step={step} />
    </DraftOf>
  );
}
