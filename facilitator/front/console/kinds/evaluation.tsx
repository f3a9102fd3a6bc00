/** Evaluation: a measure at a time, what was planned beside what was reached, its check, or who looks again when. */

import { useState } from "preact/hooks";
import { PARTS, partOf, rateOf, rateWords, TIMES, timeOf, VERDICTS, verdictOf } from "../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../shared/web/front/records";
import { byPosition, workshopOf } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Head } from "../views/Head";
import { Measures } from "../views/Measures";
import { Carry } from "./evaluation/Carry";
import { Check } from "./evaluation/Check";
import { Dates } from "./evaluation/Dates";
import { Facts } from "./evaluation/Facts";
import { Outputs } from "./evaluation/Outputs";
import { Worth } from "./evaluation/Worth";
import type { KindOfConsole } from "./index";
import { Choice } from "./Settings";

export const EVALUATION: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "evaluation.console.open", verb: "activity.open" },
    open: { key: "evaluation.console.close", verb: "activity.confirm" },
  },
  View: Evaluation,
};

function Evaluation({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const part = partOf(step);
  const measures = board.all("measure").sort(byPosition);
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class="chip info">{t(`evaluation.words.part.${part}`)}</span>
            {part === "check" && <span class="chip">{t(`evaluation.words.time.${timeOf(step)}`)}</span>}
            {part === "check" && step.phase !== "draft" && (
              <span class="chip num">{rateWords(t, rateOf(measures, timeOf(step)))}</span>
            )}
          </>
        }
        tools={<OnWall step={step} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        {step.phase === "draft" ? (
          <Draft step={step} />
        ) : part === "dates" ? (
          <Dates />
        ) : (
          <Running step={step} measures={measures} />
        )}
      </section>
    </>
  );
}

function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const part = partOf(step);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  const options = (names: readonly string[], kind: "part" | "time") =>
    names.map((value) => ({ value, label: t(`evaluation.words.${kind}.${value}`), hint: "" }));
  return (
    <>
      <section class="panel" aria-label={t("console.settings_of_step")}>
        <p>{t(`evaluation.console.hint_${part}`)}</p>
        <Choice
          label={t("evaluation.console.part")}
          value={part}
          options={options(PARTS, "part")}
          set={(value) => set({ part: value })}
        />
        {part === "check" && (
          <Choice
            label={t("evaluation.console.time")}
            value={timeOf(step)}
            options={options(TIMES, "time")}
            set={(value) => set({ time: value })}
          />
        )}
        <Carry />
      </section>
      <Measures />
      <Outputs />
    </>
  );
}

function Running({ step, measures }: { step: Activity; measures: Measure[] }) {
  const { t, board } = useApp();
  const [chosen, setChosen] = useState<string | null>(null);
  const measure = board.get("measure", chosen) ?? measures[0];
  if (!measure) return <p class="empty">{t("evaluation.console.none")}</p>;
  const part = partOf(step);
  return (
    <>
      <ul class="c-ev-tabs" aria-label={t("evaluation.console.measures")}>
        {measures.map((one) => (
          <li key={one.id}>
            <button type="button" class="btn small" aria-pressed={one.id === measure.id} onClick={() => setChosen(one.id)}>
              {part === "check" && <Sign verdict={verdictOf(one, timeOf(step))} />}
              <span class="tx">{one.title}</span>
            </button>
          </li>
        ))}
      </ul>
      {part === "check" ? (
        <Check key={measure.id} step={step} measure={measure} />
      ) : part === "worth" ? (
        <Worth key={measure.id} step={step} measure={measure} />
      ) : (
        <Facts key={measure.id} step={step} measure={measure} />
      )}
    </>
  );
}

function Sign({ verdict }: { verdict: string }) {
  const { t } = useApp();
  return (
    <span class={`chip ${VERDICTS[verdict]?.chip}`} role="img" aria-label={t(`evaluation.words.verdict.${verdict}`)}>
      {VERDICTS[verdict]?.sign}
    </span>
  );
}

/** What hangs on the wall, where that is one measure; the way back to all by turns. */
function OnWall({ step }: { step: Activity }) {
  const app = useApp();
  const { t, board } = app;
  const shown = board.get("measure", workshopOf(board)?.wall?.measure);
  if (!shown || step.phase === "draft" || partOf(step) !== "facts") return null;
  return (
    <button
      type="button"
      class="btn small"
      onClick={() => void app.act("wall.turn", { measure: null }, t("evaluation.console.by_turns"))}
    >
      {t("evaluation.console.off_wall")}
    </button>
  );
}
