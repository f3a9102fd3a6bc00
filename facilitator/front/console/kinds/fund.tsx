/** A fund under a budget: what people support is paid by a rule that was fixed before. */

import type { Activity } from "../../../../shared/web/front/records";
import { money } from "../../../../shared/web/front/results/fund";
import { useApp } from "../view";
import { Draft } from "./fund/Draft";
import { Results } from "./fund/Results";
import { voteKind } from "./vote/voteKind";

export const FUND = voteKind({ rule: "fund", Draft, Results, Chips });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const { budget, currency, rule, lot } = step.settings;
  return (
    <>
      <span class="chip">{money(Number(budget), String(currency))}</span>
      <span class="chip">{t(`fund.console.rule.${rule}`)}</span>
      {lot !== undefined && <span class="chip">{t("fund.console.lot", { lot: String(lot) })}</span>}
    </>
  );
}
