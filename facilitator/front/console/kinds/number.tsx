/** Number: one question, one number each with its unit; unseen by all others until the reveal. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Draft } from "./number/Draft";
import { Results } from "./number/Results";
import { HideReasons } from "./poll/Reasons";
import { voteKind } from "./vote/voteKind";

export const NUMBER = voteKind({ rule: "number", Draft, Results, Chips, Tools: HideReasons });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const { unit, least, most } = step.settings;
  return (
    <span class="chip">
      {t("number.console.chip", { least: String(least || "…"), most: String(most || "…"), unit: String(unit) }).trim()}
    </span>
  );
}
