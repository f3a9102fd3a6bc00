/** Feedback: how many have answered; then thanks, the mean and the answers. What people would change is for the minutes. */

import type { Activity } from "../../../../shared/web/front/records";
import type { FeedbackResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../view";
import { Poll } from "./poll/Poll";
import { Voting } from "./vote/Voting";

export function Feedback({ step }: { step: Activity }) {
  const { t } = useApp();
  if (step.result?.rule !== "feedback") return <Voting step={step} list={false} rule={t("feedback.wall.rule")} />;
  const result = step.result as FeedbackResult;
  return (
    <Poll
      step={step}
      result={result}
      columns={result.steps.map(({ value, n }) => ({ label: String(value), n, said: "" }))}
      ends={[t("feedback.words.low"), t("feedback.words.high")]}
      figures={result.mean ? [{ label: t("feedback.words.mean"), value: result.mean, wide: true }] : []}
    >
      <p class="w-all w-verdict">{t("feedback.words.thanks")}</p>
    </Poll>
  );
}
