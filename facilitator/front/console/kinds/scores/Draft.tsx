/** Before the vote: on which scale, who is asked what, and in a second round what the first has shown. */

import type { Activity } from "../../../../../shared/web/front/records";
import { questionsOf, SCALES, type ScoresResult, scaleOf } from "../../../../../shared/web/front/results/scores";
import { firstRoundOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Choice, Counter } from "../Settings";
import { DraftOf } from "../vote/DraftOf";
import { Gaps } from "./Gaps";

const MOST = 30;

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const first = firstRoundOf(board, step);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  if (first) {
    return (
      <DraftOf step={step} least={1}>
        <p>{t(first.result ? "scores.console.second" : "scores.console.second_waits")}</p>
        {first.result && <Gaps result={first.result as ScoresResult} />}
        {(first.result as ScoresResult | null)?.gaps?.length ? (
          <Switch name="disputed" on={step.settings.disputed === true} set={set} />
        ) : null}
      </DraftOf>
    );
  }
  const scale = scaleOf(step);
  const questions = questionsOf(step);
  const several = questions.length > 1;
  return (
    <DraftOf step={step} least={1}>
      <div class="c-half">
        <Choice
          label={t("scores.console.scale")}
          value={scale}
          options={Object.keys(SCALES)
            .filter((name) => !several || name === "lights" || name === "agreement")
            .map((name) => ({ value: name, label: t(`scores.words.scale.${name}`), hint: t(`scores.console.scale_${name}`) }))}
          set={(value) => set({ scale: value })}
        />
      </div>
      {several && (
        <ol class="c-questions">
          {questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      )}
      <div class="c-half">
        <Switch name="unknown" on={step.settings.unknown === true} set={set} />
        <Switch name="roles" on={step.settings.roles === true} set={set} />
      </div>
      {step.settings.about === "groups" && (
        <Counter
          label={t("scores.console.top")}
          value={Number(step.settings.top)}
          least={0}
          most={MOST}
          words={step.settings.top ? undefined : t("scores.console.all")}
          set={(n) => set({ top: n })}
        />
      )}
      {scale === "stars" && (
        <Counter
          label={t("scores.console.how_many")}
          value={Number(step.settings.goes_on)}
          least={0}
          most={MOST}
          words={step.settings.goes_on ? undefined : t("scores.console.not_named")}
          set={(n) => set({ goes_on: n })}
        />
      )}
    </DraftOf>
  );
}

interface SwitchProps {
  name: "unknown" | "roles" | "disputed";
  on: boolean;
  set(settings: Record<string, unknown>): void;
}

function Switch({ name, on, set }: SwitchProps) {
  const { t } = useApp();
  return (
    <label class="c-switch">
      <input type="checkbox" checked={on} onChange={(event) => set({ [name]: event.currentTarget.checked })} />
      <span>
        {t(`scores.console.${name}`)} <small>{t(`scores.console.${name}_hint`)}</small>
      </span>
    </label>
  );
}
