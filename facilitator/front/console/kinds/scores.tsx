/** Scores: several items on one or several short questions, on one declared scale; unseen by all until the reveal. */

import type { Activity } from "../../../../shared/web/front/records";
import { questionsOf, scaleOf } from "../../../../shared/web/front/results/scores";
import { useApp } from "../view";
import { Draft } from "./scores/Draft";
import { Results } from "./scores/Results";
import { voteKind } from "./vote/voteKind";

export const SCORES = voteKind({ rule: "scores", Draft, Results, Chips });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  return (
    <>
      <span class="chip">{t(`scores.words.scale.${scaleOf(step)}`)}</span>
      <span class="chip">{t("scores.console.questions", { n: questionsOf(step).length })}</span>
    </>
  );
}
