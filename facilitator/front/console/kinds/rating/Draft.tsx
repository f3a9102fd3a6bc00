/** Before the scores: which round it is, what counts how much, where the line lies, and which measures pass the gate. */

import type { Activity } from "../../../../../shared/web/front/records";
import { standing } from "../../../../../shared/web/front/results/named";
import { firstRatingOf } from "../../../../../shared/web/front/results/rating";
import { stands } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Measures } from "../../views/Measures";
import { GateGrid } from "../named/GateGrid";
import { Choice, Counter } from "../Settings";
import { Rules } from "../vote/Rules";
import { Weights } from "./Weights";

const ROUNDS = ["only", "first", "second"] as const;

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const { round, line, gate } = step.settings;
  const first = firstRatingOf(board, step);
  const second = round === "second";
  const waiting = board.all("measure").filter((measure) => stands(measure) && standing(measure.sheet) === "open").length;
  const set = (settings: Record<string, unknown>) => app.act("activity.edit", { activity: step.id, settings });
  return (
    <div class="c-board c-draft">
      <section class="panel c-rating" aria-label={t("console.settings_of_step")}>
        <div class="c-rating-set">
          <Choice
            label={t("rating.console.rounds")}
            value={String(round)}
            options={ROUNDS.map((value) => ({
              value,
              label: t(`rating.console.round.${value}`),
              hint: t(`rating.console.round_hint.${value}`),
            }))}
            set={(value) => void set({ round: value })}
          />
          {second && (
            <p class={first ? "hint" : "chip wait"}>
              {first ? t("rating.console.follows", { title: first.title }) : t("rating.console.no_first")}
            </p>
          )}
          {!second && (
            <Counter
              label={t("rating.console.line")}
              value={Number(line)}
              least={0}
              most={100}
              hint={t("rating.console.line_hint")}
              set={(n) => void set({ line: n })}
            />
          )}
          <label class="c-switch">
            <input
              type="checkbox"
              checked={gate === true}
              onChange={(event) => void set({ gate: event.currentTarget.checked })}
            />
            <span>
              {t("rating.console.gate")} <small>{t("rating.console.gate_hint")}</small>
            </span>
          </label>
          <Rules step={step} />
          <p class="hint">{t("vote.console.blind")}</p>
        </div>
        <Weights
          key={`${second ? first?.id : step.id}`}
          step={second && first ? first : step}
          set={second ? undefined : (settings) => set(settings)}
        />
      </section>
      {waiting > 0 && (
        <p class={gate ? "chip wait" : "chip"}>
          {t(gate ? "rating.console.waiting" : "rating.console.waiting_open", { n: waiting })}
        </p>
      )}
      <GateGrid step={step} />
      <Measures />
    </div>
  );
}
