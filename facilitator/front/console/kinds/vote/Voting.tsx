/** While a vote runs: how many ballots are in, or filled in where they may be half full, who is missing, and what it is about. No figure of the result. */

import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Options } from "./Options";
import { RulesTold } from "./Rules";
import { Sheets } from "./Sheets";

export function Voting({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const tally = board.tallies[step.id];
  const of = tally?.of ?? board.presence?.seats ?? 0;
  const complete = tally?.complete;
  const cast = complete ?? tally?.cast ?? 0;
  const asleep = Math.max(0, (board.presence?.seats ?? 0) - (board.presence?.here ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
    <section class="c-board c-vote" tabIndex={0} aria-label={t("vote.console.board")}>
      <div class="kpis">
        <p class="kpi">
          <b>
            {cast} <small>{t("vote.console.of", { n: of })}</small>
          </b>
          <span>{t(complete === undefined ? "vote.console.in" : "vote.console.complete")}</span>
        </p>
        <p class="kpi">
          <b>{Math.max(0, of - cast)}</b>
          <span>{t(complete === undefined ? "vote.console.missing" : "vote.console.incomplete")}</span>
        </p>
        <p class="kpi">
          <b>{asleep}</b>
          <span>{t("vote.console.asleep")}</span>
        </p>
        {tally?.paper !== undefined && (
          <p class="kpi">
            <b>{tally.paper}</b>
            <span>{t("vote.console.paper.in")}</span>
          </p>
        )}
      </div>
      {step.phase === "open" && (
        <p>
          <Sheets step={step} />
        </p>
      )}
      <p class="lead">{t(step.phase === "open" ? "vote.console.blind" : "vote.console.counted")}</p>
      <RulesTold step={step} />
      <Options step={step} />
    </section>
  );
}
