/** A fund: what it costs and how many have voted; then what is paid, the account step by step, and what each rule would do. */

import type { Activity } from "../../../../shared/web/front/records";
import { costsOf, type FundResult, itemsOf, money } from "../../../../shared/web/front/results/fund";
import { pages } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { Account } from "./fund/Account";
import { Compare } from "./fund/Compare";
import { Paid } from "./fund/Paid";
import { Ballots } from "./vote/Ballots";
import { Voting } from "./vote/Voting";

const ROWS = 7;

export function Fund({ step }: { step: Activity }) {
  const { board, t } = useApp();
  if (step.result?.rule === "fund") return <Result step={step} result={step.result as FundResult} />;
  const { budget, currency, ballot, points, lot } = step.settings;
  const costs = costsOf(board, step);
  const rule = [
    t("fund.wall.budget", { budget: money(Number(budget), String(currency)) }),
    ballot === "points" ? t("fund.wall.points", { n: Number(points) }) : t("fund.wall.approvals"),
    ...(lot === undefined ? [] : [t("fund.wall.ties", { lot: String(lot) })]),
  ];
  return (
    <Voting
      step={step}
      rule={rule.join(" ")}
      beside={(id) => <span class="w-cost num">{money(costs.get(id) ?? 0, String(currency))}</span>}
    />
  );
}

/** Pages that change by themselves: the outcome, then the account, then the three rules side by side. */
function Result({ step, result }: { step: Activity; result: FundResult }) {
  const items = itemsOf(result);
  const listed = [...result.chosen, ...result.reserve].flatMap((id) => items.get(id) ?? []);
  const views = [
    ...pages(listed, ROWS).map((rows) => <Paid key={`paid ${rows[0]?.id}`} result={result} rows={rows} />),
    ...pages(result.steps, ROWS).map((rows) => <Account key={`account ${rows[0]?.id}`} result={result} rows={rows} />),
    ...pages(result.items, ROWS - 1).map((rows) => <Compare key={`compare ${rows[0]?.id}`} result={result} rows={rows} />),
  ];
  const at = usePage(views.length);
  return (
    <>
      <Strip step={step} />
      {views[at]}
      <Ballots result={result} />
    </>
  );
}
