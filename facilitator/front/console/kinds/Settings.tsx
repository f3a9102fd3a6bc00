/** How a step's settings are changed before it opens. */

import { useId } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string; hint: string }[];
  set(value: string): void;
}

export function Choice({ label, value, options, set }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset class="c-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? "on" : ""}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => set(option.value)} />
          <span>
            {option.label} <small>{option.hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface CounterProps {
  label: string;
  value: number;
  least: number;
  most: number;
  words?: string | undefined;
  hint?: string | undefined;
  set(n: number): void;
}

/** A number with a key below and above it. */
export function Counter({ label, value, least, most, words, hint, set }: CounterProps) {
  const { t } = useApp();
  const go = (n: number) => n >= least && n <= most && set(n);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame
    <div class="c-counter" role="group" aria-label={label}>
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      <button
        type="button"
        class="btn small"
        aria-disabled={value <= least}
        aria-label={t("console.less", { what: label })}
        onClick={() => go(value - 1)}
      >
        −
      </button>
      <b class="num" role="status">
        {words ?? value}
      </b>
      <button
        type="button"
        class="btn small"
        aria-disabled={value >= most}
        aria-label={t("console.more", { what: label })}
        onClick={() => go(value + 1)}
      >
        +
      </button>
    </div>
  );
}

interface SettingCounterProps {
  step: Activity;
  /** The setting's name; its value is a number. */
  setting: string;
  label: string;
  least: number;
  most: number;
}

/** A counter that keeps a setting of a step. */
export function SettingCounter({ step, setting, label, least, most }: SettingCounterProps) {
  const app = useApp();
  const set = (n: number) => void app.act("activity.edit", { activity: step.id, settings: { [setting]: n } });
  return <Counter label={label} value={Number(step.settings[setting])} least={least} most={most} set={set} />;
}
