/** Feedback: was the day worth the time, and one thing to change; nobody knows who said what. */

import { Columns } from "../../../../shared/web/front/columns";
import type { Activity } from "../../../../shared/web/front/records";
import type { FeedbackResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../view";
import { Figures } from "./poll/Figures";
import { HideUnseen } from "./poll/Hiding";
import { Remarks } from "./poll/Remarks";
import { DraftOf } from "./vote/DraftOf";
import { ResultBoard } from "./vote/ResultBoard";
import { voteKind } from "./vote/voteKind";

const KIND = voteKind({ rule: "feedback", Draft, Results, Tools: HideUnseen, again: false });

/** Nobody agrees on feedback: the last act says thanks. */
export const FEEDBACK = {
  ...KIND,
  acts: { ...KIND.acts, revealed: { key: "feedback.console.confirm", verb: "activity.confirm" } },
};

function Draft({ step }: { step: Activity }) {
  const { t } = useApp();
  return (
    <DraftOf step={step} least={0} quorum={false}>
      <p>{t("feedback.console.asks")}</p>
    </DraftOf>
  );
}

function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as FeedbackResult;
  return (
    <ResultBoard>
      <div class="c-poll">
        {result.mean && (
          <Figures
            figures={[
              { label: t("feedback.words.mean"), value: result.mean },
              { label: t("poll.words.how_many"), value: `${result.n} / ${result.seats}` },
            ]}
          />
        )}
        <div class="c-cols">
          <Columns columns={feedbackColumns(result, t)} />
          <p class="ends">
            <span>{t("feedback.words.low")}</span>
            <span>{t("feedback.words.high")}</span>
          </p>
        </div>
        <Remarks step={step} title={t("feedback.words.change")} remarks={result.remarks} />
      </div>
    </ResultBoard>
  );
}

function feedbackColumns(result: FeedbackResult, t: ReturnType<typeof useApp>["t"]) {
  return result.steps.map(({ value, n }) => ({
    label: String(value),
    n,
    said: t("poll.words.column", { answer: String(value), n }),
  }));
}
