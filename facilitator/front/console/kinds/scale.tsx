/** Scale: one question, one number each; unseen by all others until the reveal. */

import type { Activity } from "../../../../shared/web/front/records";
import { endsOf, stepsOf } from "../../../../shared/web/front/scale";
import { useApp } from "../view";
import { HideReasons } from "./poll/Reasons";
import { Draft } from "./scale/Draft";
import { Results } from "./scale/Results";
import { voteKind } from "./vote/voteKind";

export const SCALE = voteKind({ rule: "scale", Draft, Results, Chips, Tools: HideReasons });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  return <span class="chip">{t("scale.console.from_to", endsOf(stepsOf(step.settings)))}</span>;
}
