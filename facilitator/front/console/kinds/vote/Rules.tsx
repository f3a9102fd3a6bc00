/** What is fixed when a vote opens: its quorum, and what becomes of level ones. */

import type { Activity } from "../../../../../shared/web/front/records";
import { rulesOf } from "../../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { Field } from "../Field";

const MOST = 2000;

/** The rules in words, once they are fixed. */
export function RulesTold({ step }: { step: Activity }) {
  const { t } = useApp();
  const { ties, rounding, quorum } = rulesOf(step, t);
  return <p class="hint">{[quorum, ties, rounding].filter(Boolean).join(" ")}</p>;
}

/** The rules before the vote, each to be changed. */
export function Rules({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const { quorum, quorum_as, ties } = step.settings;
  const set = (settings: Record<string, unknown>) => app.act("activity.edit", { activity: step.id, settings });
  const share = quorum_as === "percent";
  return (
    <div class="c-rules">
      <Field
        label={t("vote.console.quorum")}
        value={String(quorum ?? 0)}
        numeric
        characters={4}
        keep={(text) => set({ quorum: Math.min(Number(text), share ? 100 : MOST) })}
      />
      <label class="fld">
        <span>{t("vote.console.quorum_as")}</span>
        <select
          class="in"
          value={String(quorum_as)}
          onChange={(event) => void set(counted(event.currentTarget.value, Number(quorum)))}
        >
          {["ballots", "percent"].map((one) => (
            <option key={one} value={one}>
              {t(`vote.console.as_${one}`)}
            </option>
          ))}
        </select>
      </label>
      {(ties === "lot" || ties === "level") && (
        <label class="fld">
          <span>{t("vote.console.ties")}</span>
          <select class="in" value={ties} onChange={(event) => void set({ ties: event.currentTarget.value })}>
            {["lot", "level"].map((one) => (
              <option key={one} value={one}>
                {t(`vote.console.ties_${one}`)}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** A share is at most all. */
function counted(quorum_as: string, quorum: number): Record<string, unknown> {
  return quorum_as === "percent" && quorum > 100 ? { quorum_as, quorum: 100 } : { quorum_as };
}
