/** What every vote is on the console: its rules before, how many have voted while it runs, then the result. */

import type { ComponentChildren, ComponentType } from "preact";
import type { Activity, VoteResult } from "../../../../../shared/web/front/records";
import { lacking, partOf } from "../../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { Head } from "../../views/Head";
import type { KindOfConsole } from "../index";
import { AgreeBelow } from "./AgreeBelow";
import { JoinsTold } from "./Joining";
import { DrawLots, LotsTold } from "./Lots";
import { SecondRound } from "./SecondRound";
import { Part, Steps } from "./Steps";
import { Voting } from "./Voting";

interface Parts {
  /** The rule that the kind's results name. */
  rule: string;
  /** Settings, and what the vote will be about. */
  Draft: ComponentType<{ step: Activity }>;
  /** The frozen result. */
  Results: ComponentType<{ step: Activity }>;
  /** More chips beside the question, such as the number of dots. */
  Chips?: ComponentType<{ step: Activity }>;
  /** False where the kind has rounds of its own. */
  again?: boolean;
  /** Tools beside the question. */
  Tools?: ComponentType<{ step: Activity }>;
}

/** Make the console's view of a kind that takes ballots. */
export function voteKind(parts: Parts): KindOfConsole {
  return {
    phases: ["draft", "open", "closed", "revealed", "confirmed"],
    words: "vote",
    acts: {
      draft: { key: "vote.console.open", verb: "activity.open" },
      open: { key: "vote.console.close", verb: "activity.close" },
      closed: { key: "vote.console.reveal", verb: "activity.reveal" },
      revealed: { key: "vote.console.confirm", verb: "activity.confirm" },
    },
    View: ({ step }) => <Vote step={step} {...parts} />,
  };
}

function Vote({ step, rule, Draft, Results, Chips, Tools, again = true }: Parts & { step: Activity }) {
  const app = useApp();
  const revealed = step.result?.rule === rule;
  const part = partOf(step);
  const lacks = lacking(step);
  return (
    <>
      <Head
        step={step}
        chips={
          <State step={step} revealed={revealed}>
            {Chips && <Chips step={step} />}
          </State>
        }
        tools={
          <>
            {Tools && <Tools step={step} />}
            <Steps step={step} />
            <DrawLots step={step} />
            {again && revealed && <SecondRound step={step} />}
          </>
        }
      />
      <LotsTold step={step} />
      <JoinsTold step={step} />
      {revealed ? (
        <Results step={step} />
      ) : part ? (
        <Part part={part} />
      ) : step.phase === "draft" ? (
        <Draft step={step} />
      ) : (
        <Voting step={step} />
      )}
      {lacks && app.agreeing.value === step.id && (
        <AgreeBelow
          step={step}
          lacks={lacks}
          close={() => {
            app.agreeing.value = null;
          }}
        />
      )}
    </>
  );
}

function State({ step, revealed, children }: { step: Activity; revealed: boolean; children?: ComponentChildren }) {
  const { t } = useApp();
  const lacks = lacking(step);
  const differs = revealed && (step.result as VoteResult).order_differs;
  return (
    <>
      <span class={step.phase === "open" ? "chip open" : revealed ? "chip ok" : "chip"}>
        {t(`vote.console.state.${step.phase}`)}
      </span>
      {children}
      {step.phase !== "draft" && (
        <span class="chip">{t(step.settings.secret === false ? "vote.console.not_secret" : "vote.console.secret")}</span>
      )}
      {step.settings.few === true && <span class="chip wait">{t("vote.console.few")}</span>}
      {differs && <span class="chip wait">{t("vote.console.differs")}</span>}
      {lacks && (
        <span class="chip wait" title={t("vote.words.no_quorum", lacks)}>
          {t("vote.console.no_quorum_chip")}
        </span>
      )}
      {revealed && step.revealed === "totals" && <span class="chip">{t("vote.console.by_sector_later")}</span>}
    </>
  );
}
