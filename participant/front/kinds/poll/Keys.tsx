import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";

export interface Answer {
  value: number | null;
  label: string;
  name?: string;
}

interface Props {
  activity: Activity;
  /** What is to be chosen, for those who hear it. */
  legend: string;
  answers: readonly Answer[];
  /** Undefined: none yet. */
  chosen: number | null | undefined;
  choose(value: number | null): void;
  /** One below the other, since each has words of its own. */
  lines?: boolean;
}

/** One answer among several: a key each, one of them pressed. */
export function Keys({ activity, legend, answers, chosen, choose, lines = false }: Props) {
  const [near, setNear] = useState<number | null | undefined>(undefined);
  return (
    <fieldset class={lines ? "keys lines" : "keys"}>
      <legend class="vh">{legend}</legend>
      {answers.map(({ value, label, name }) => (
        <label key={label} class={`key ${chosen === value ? "has" : ""} ${near === value ? "near" : ""}`}>
          <input
            type="radio"
            name={`poll-${activity.id}`}
            aria-label={name ? `${label}: ${name}` : label}
            checked={chosen === value}
            onFocus={() => setNear(value)}
            onBlur={() => setNear(undefined)}
            onChange={() => choose(value)}
          />
          <b aria-hidden="true">{label}</b>
          {lines && (
            <span class="tx" aria-hidden="true">
              {name}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}
