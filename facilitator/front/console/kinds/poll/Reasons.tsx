/** Reasons beside answers: whether they may be written, and keeping one off all screens before anybody has seen it. */

import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Choice } from "../Settings";
import { HideUnseen } from "./Hiding";

export function HideReasons({ step }: { step: Activity }) {
  return step.settings.reasons ? <HideUnseen step={step} /> : null;
}

export function ReasonsAsked({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  return (
    <Choice
      label={t("poll.console.reasons")}
      value={step.settings.reasons ? "yes" : "no"}
      options={["no", "yes"].map((value) => ({
        value,
        label: t(`poll.console.reasons_${value}`),
        hint: t(`poll.console.reasons_hint_${value}`),
      }))}
      set={(value) => void app.act("activity.edit", { activity: step.id, settings: { reasons: value === "yes" } })}
    />
  );
}
