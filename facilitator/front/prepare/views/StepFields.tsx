/** The fields of the open step: name, question at the wall's size, input, settings; and what can be done with it. */

import { useEffect } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { type Field, type KindOf, nearestOf, presetOf, sourcesOf } from "../kinds";
import { MOST_WORDS, wordsIn } from "../settle";
import { usePrepare } from "../view";
import { Input } from "./Input";
import { LineBox } from "./LineBox";
import { Setting } from "./Setting";
import { Translations } from "./Translations";

export function StepFields({ step }: { step: Activity }) {
  const app = usePrepare();
  const { t, kinds } = app;
  const kind = kinds[step.kind];
  const fixed = (kind?.votes ?? false) && step.phase !== "draft";
  const fields = kind?.fields.filter((field) => fitting(step, field.name)) ?? [];
  const again = app.agenda.some((other) => other.id === step.source && other.kind === step.kind);
  const trial = app.trial.value?.step === step.id ? app.trial.value : null;
  return (
    <div class="fields">
      {kind?.about && <p class="hint about">{kind.about}</p>}
      <Title step={step} />
      <Question step={step} fixed={fixed} />
      <Translations step={step} fixed={fixed} />
      <Source step={step} />
      {kind && kind.presets.length > 0 && !again && <Presets step={step} kind={kind} fixed={fixed} />}
      <Settings {...{ step, fixed, suggested: trial?.suggested ?? {} }} fields={fields.filter((field) => !field.common)} />
      {fields.some((field) => field.common) && (
        <details class="more">
          <summary>{t("prepare.more")}</summary>
          <Settings {...{ step, fixed, suggested: {} }} fields={fields.filter((field) => field.common)} />
        </details>
      )}
      {fixed && <p class="hint">{t("prepare.vote_fixed")}</p>}
      {trial?.refused && (
        <p class="hint warn refusal">
          {t("prepare.cannot_open")} {trial.refused}
        </p>
      )}
      <p class="row">
        <button type="button" class="btn small" onClick={() => void app.copy(step)}>
          {t("prepare.copy")}
        </button>
        <button type="button" class="btn small" onClick={() => void app.remove(step)}>
          {t("prepare.remove")}
        </button>
      </p>
    </div>
  );
}

/** What is often asked in such a step: taken over with its question and all its settings, which can be changed then. */
function Presets({ step, kind, fixed }: { step: Activity; kind: KindOf; fixed: boolean }) {
  const { t } = usePrepare();
  const now = presetOf(kind, step);
  return (
    <Input
      id={`preset-${step.id}`}
      label={t("prepare.preset")}
      hint={t("prepare.preset_hint")}
      value={now < 0 ? "" : String(now)}
      disabled={fixed}
      act={(chosen) => {
        const preset = chosen === "" ? undefined : kind.presets[Number(chosen)];
        if (!preset) return null;
        return { verb: "activity.edit", args: { activity: step.id, question: preset.question, settings: preset.settings } };
      }}
    >
      {({ typed: _, chosen, left: __, ...box }) => (
        <select {...box} value={String(box.value)} class="in" onChange={(event) => chosen(event.currentTarget.value)}>
          <option value="" disabled>
            {t("prepare.preset_own")}
          </option>
          {kind.presets.map(({ title }, n) => (
            <option key={title} value={String(n)}>
              {title}
            </option>
          ))}
        </select>
      )}
    </Input>
  );
}

interface SettingsProps {
  step: Activity;
  fields: Field[];
  fixed: boolean;
  suggested: Record<string, unknown>;
}

function Settings({ step, fields, fixed, suggested }: SettingsProps) {
  const { t } = usePrepare();
  if (!fields.length) return null;
  return (
    <fieldset class="settings" disabled={fixed}>
      {!fields.some((field) => field.common) && <legend>{t("prepare.step_settings")}</legend>}
      {fields.map((field) => (
        <Setting key={field.name} step={step} field={field} fixed={fixed} suggested={suggested[field.name]} />
      ))}
    </fieldset>
  );
}

/** Choices of its own and their costs are asked for only where the vote is about them. */
function fitting(step: Activity, name: string): boolean {
  return (name !== "choices" && name !== "costs") || step.settings.about === "own";
}

function Title({ step }: { step: Activity }) {
  const app = usePrepare();
  const { t } = app;
  const id = `title-${step.id}`;
  useEffect(() => {
    const box = document.getElementById(id);
    if (app.naming !== step.id || !(box instanceof HTMLInputElement)) return;
    app.naming = null;
    box.scrollIntoView({ block: "center" });
    box.focus();
    box.select();
  }, []);
  return (
    <Input
      id={id}
      label={t("prepare.name")}
      value={step.title}
      wrong={t("prepare.name_wrong")}
      act={(title) => (String(title).trim() ? { verb: "activity.edit", args: { activity: step.id, title } } : null)}
    >
      {(box) => <LineBox box={box} class="in" maxLength={120} />}
    </Input>
  );
}

/** As it stands on the wall, with the number of words that a back row has to read. */
function Question({ step, fixed }: { step: Activity; fixed: boolean }) {
  const app = usePrepare();
  const { t } = app;
  const id = `question-${step.id}`;
  const words = wordsIn(String(app.fields.of(id)?.value ?? step.question));
  return (
    <Input
      id={id}
      label={t("prepare.question")}
      hint={
        <span class={words > MOST_WORDS ? "too-long" : ""}>
          {t(words > MOST_WORDS ? "prepare.words_long" : "prepare.words", { n: words, most: MOST_WORDS })}
        </span>
      }
      value={step.question}
      disabled={fixed}
      act={(question) => ({ verb: "activity.edit", args: { activity: step.id, question } })}
    >
      {({ typed, chosen: _, left, ...box }) => (
        <span class="strip">
          <textarea
            {...box}
            value={String(box.value)}
            rows={2}
            maxLength={300}
            onInput={(event) => typed(event.currentTarget.value)}
            onBlur={left}
          />
        </span>
      )}
    </Input>
  );
}

/** From which step the cards or groups come; the nearest that makes them, unless another is named. */
function Source({ step }: { step: Activity }) {
  const { t, kinds, agenda } = usePrepare();
  const { about } = step.settings;
  if (!kinds[step.kind]?.takes.length || (about !== undefined && about !== "groups")) return null;
  const named = agenda.find((other) => other.id === step.source);
  const second = named !== undefined && named.kind === step.kind;
  if (second) return <p class="hint">{t("prepare.second_round", { title: named.title })}</p>;
  const sources = sourcesOf(kinds, agenda, step);
  const nearest = nearestOf(kinds, agenda, step);
  const at = (other: Activity) => `${agenda.indexOf(other) + 1}. ${other.title}`;
  return (
    <Input
      id={`source-${step.id}`}
      label={t("prepare.source")}
      hint={sources.length ? "" : t("prepare.source_none")}
      value={step.source ?? ""}
      disabled={step.phase !== "draft"}
      act={(source) => ({ verb: "activity.edit", args: { activity: step.id, source } })}
    >
      {({ typed: _, chosen, left: __, ...box }) => (
        <select {...box} value={String(box.value)} class="in" onChange={(event) => chosen(event.currentTarget.value)}>
          <option value="">{nearest ? t("prepare.source_nearest", { title: at(nearest) }) : t("prepare.source_any")}</option>
          {named && !sources.includes(named) && <option value={named.id}>{at(named)}</option>}
          {sources.map((other) => (
            <option key={other.id} value={other.id}>
              {at(other)}
            </option>
          ))}
        </select>
      )}
    </Input>
  );
}
