/** Rating: measures are scored on nine weighted criteria, after nine knock-out questions, in one round or in two. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Draft } from "./rating/Draft";
import { Results } from "./rating/Results";
import { voteKind } from "./vote/voteKind";

export const RATING = voteKind({ rule: "rating", Draft, Results, Chips, again: false });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const { round, line, lot } = step.settings;
  return (
    <>
      {round !== "only" && <span class="chip">{t(`rating.console.round.${round}`)}</span>}
      {round !== "first" && <span class="chip">{t("rating.console.line_at", { line: Number(line) })}</span>}
      {lot !== undefined && round !== "first" && !step.result && (
        <span class="chip">{t("rating.console.lot", { lot: String(lot) })}</span>
      )}
    </>
  );
}
