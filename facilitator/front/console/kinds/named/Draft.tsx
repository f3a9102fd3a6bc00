/** What is said before a step is opened: how many members there are, how many make a quorum, which majority adopts. */

import type { Activity } from "../../../../../shared/web/front/records";
import { SECTORS, useApp } from "../../view";
import { Measures } from "../../views/Measures";
import { Choice, Counter } from "../Settings";

const MOST_MEMBERS = 200;

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  const choice = (name: string, values: readonly string[]) => (
    <Choice
      label={t(`named.console.${name}`)}
      value={String(step.settings[name])}
      options={values.map((value) => ({ value, label: t(`named.console.${name}_${value}`), hint: "" }))}
      set={(value) => set({ [name]: value })}
    />
  );
  if (step.kind === "roll") {
    const members = step.settings.members as number[];
    return (
      <>
        {SECTORS.map((sector, at) => (
          <Counter
            key={sector}
            label={t("named.console.roll.members", { sector: t(`common.sector.${sector}`) })}
            value={members[at] ?? 0}
            least={0}
            most={MOST_MEMBERS}
            set={(n) => set({ members: members.map((old, i) => (i === at ? n : old)) })}
          />
        ))}
        {choice("needs", ["half", "two_thirds", "none"])}
      </>
    );
  }
  if (step.kind === "resolution") return choice("majority", ["simple", "two_thirds"]);
  return <Measures />;
}
