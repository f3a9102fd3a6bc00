/** Before the vote: how much money there is, what decides, and what each measure costs. */

import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Field } from "../Field";
import { Choice, Counter } from "../Settings";
import { Rules } from "../vote/Rules";
import { Costs } from "./Costs";

const RULES = ["equal_shares", "most", "score"] as const;
const BALLOTS = ["approval", "points"] as const;
const COMPLETIONS = ["raise", "raise_most", "none"] as const;
const FEW = 12; // voters: with fewer, equal shares are too coarse

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const { budget, currency, rule, ballot, points, completion } = step.settings;
  const set = (settings: Record<string, unknown>) => app.act("activity.edit", { activity: step.id, settings });
  const choices = (name: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`fund.console.${name}.${value}`), hint: t(`fund.console.${name}_hint.${value}`) }));
  const seats = board.presence?.seats ?? 0;
  return (
    <div class="c-board c-draft">
      <section class="panel" aria-label={t("console.settings_of_step")}>
        <div class="c-money">
          <Field
            label={t("fund.console.budget")}
            value={Number(budget) ? String(budget) : ""}
            numeric
            keep={(text) => set({ budget: Number(text || 0) })}
          />
          <Field
            label={t("fund.console.currency")}
            value={String(currency)}
            keep={(text) => set({ currency: text.toUpperCase() })}
          />
        </div>
        {!Number(budget) && <p class="chip wait">{t("fund.console.no_budget")}</p>}
        <Choice
          label={t("fund.console.decides")}
          value={String(rule)}
          options={choices("rule", RULES)}
          set={(value) => void set(value === "equal_shares" ? { rule: value, ballot: "approval" } : { rule: value })}
        />
        {rule === "equal_shares" && seats > 0 && seats < FEW && <p class="chip wait">{t("fund.console.few", { n: FEW })}</p>}
        {rule === "equal_shares" ? (
          <Choice
            label={t("fund.console.completes")}
            value={String(completion)}
            options={choices("completion", COMPLETIONS)}
            set={(value) => void set({ completion: value })}
          />
        ) : (
          <Choice
            label={t("fund.console.gives")}
            value={String(ballot)}
            options={choices("ballot", BALLOTS)}
            set={(value) => void set({ ballot: value })}
          />
        )}
        {ballot === "points" && (
          <Counter
            label={t("fund.console.points")}
            value={Number(points)}
            least={1}
            most={100}
            set={(n) => void set({ points: n })}
          />
        )}
        <Rules step={step} />
        <p class="hint">{t("fund.console.ties")}</p>
        <p class="hint">{t("vote.console.blind")}</p>
      </section>
      <Costs step={step} />
    </div>
  );
}
