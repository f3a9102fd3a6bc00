/** What each measure or choice costs, to be filled in before the vote; and what is missing still. */

import type { Activity } from "../../../../../shared/web/front/records";
import { costsOf, money } from "../../../../../shared/web/front/results/fund";
import { optionsOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Field } from "../Field";
import { OptionName } from "../vote/Options";

export function Costs({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const options = optionsOf(board, step);
  const costs = costsOf(board, step);
  const own = step.settings.about === "own";
  const currency = String(step.settings.currency);
  const missing = options.filter((option) => !costs.get(option.id)).length;
  const sum = [...costs.values()].reduce((all, cost) => all + cost, 0);
  const keep = (id: string) => (text: string) => {
    const cost = Number(text || 0);
    if (!own) return app.act("measure.edit", { measure: id, sheet: { asked: cost || null } });
    const all = options.map((option) => (option.id === id ? cost : (costs.get(option.id) ?? 0)));
    return app.act("activity.edit", { activity: step.id, settings: { costs: all } });
  };
  if (options.length < 2) return <p class="empty">{t(`vote.console.too_few_${step.settings.about}`)}</p>;
  return (
    <section class="panel c-costs" aria-labelledby="costs-title">
      <h3 id="costs-title">{t("fund.console.costs")}</h3>
      <p class="lead">
        {t("fund.console.sum", { sum: money(sum, currency), budget: money(Number(step.settings.budget), currency) })}
      </p>
      {missing > 0 && <p class="chip wait">{t("fund.console.missing", { n: missing })}</p>}
      <ul class="opts">
        {options.map((option) => (
          <li key={option.id} class="opt">
            <OptionName option={option} />
            <Field
              bare
              numeric
              label={t("fund.console.cost_of", { option: option.title })}
              value={costs.get(option.id) ? String(costs.get(option.id)) : ""}
              placeholder={t("fund.console.no_cost")}
              keep={keep(option.id)}
            />
            <span>{currency}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
