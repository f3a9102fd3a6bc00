import { useState } from "preact/hooks";
import { INDICATOR_LIMITS, MOST_INDICATORS } from "../../../../shared/web/front/evaluation";
import { newId } from "../../../../shared/web/front/ids";
import type { Indicator } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Field } from "./Field";

const NAMES = ["name", "unit", "base", "target"] as const;

interface Props {
  lines: Indicator[];
  keep(lines: Indicator[]): void;
  busy(): void;
  rest(): void;
}

/** What the measure is to reach, in up to six lines that can be looked at again later: what, unit, today, target. */
export function Outputs({ lines, keep, busy, rest }: Props) {
  const { t } = useApp();
  /** A line that has no name yet is not kept. */
  const [fresh, setFresh] = useState<string | null>(null);
  const shown = fresh ? [...lines, { id: fresh, name: "", unit: "", base: "", target: "" }] : lines;
  const change = (line: Indicator, part: (typeof NAMES)[number]) => (typed: string) => {
    const words = typed.trim();
    if (words === line[part] || (part === "name" && !words)) return;
    const changed = { ...line, [part]: words };
    if (!changed.name) return;
    if (line.id === fresh) {
      setFresh(null);
      keep([...lines, changed]);
    } else keep(lines.map((one) => (one.id === line.id ? changed : one)));
  };
  return (
    <section class="stack" aria-labelledby="sk-outputs">
      <h3 id="sk-outputs" class="part">
        {t("evaluation.words.outputs")}
      </h3>
      {shown.map((line, place) => (
        <fieldset key={line.id} class="ev-line">
          <legend class="tx">{line.name || t("sheet.phone.output", { n: place + 1 })}</legend>
          {NAMES.map((part) =>
            line.id === fresh && part !== "name" ? null : (
              <Field
                key={part}
                field={{ name: `${line.id}-${part}`, characters: INDICATOR_LIMITS[part] }}
                label={t(`evaluation.words.output.${part}`)}
                place={line.id === fresh ? undefined : line.id}
                value={line[part]}
                keep={change(line, part)}
                busy={busy}
                rest={rest}
              />
            ),
          )}
          {line.id !== fresh && (
            <button
              type="button"
              class="btn small"
              aria-label={`${t("sheet.phone.drop_output")}: ${line.name}`}
              onClick={() => keep(lines.filter((one) => one.id !== line.id))}
            >
              {t("sheet.phone.drop_output")}
            </button>
          )}
        </fieldset>
      ))}
      {!fresh && lines.length < MOST_INDICATORS && (
        <button type="button" class="btn" onClick={() => setFresh(newId())}>
          {t("sheet.phone.add_output")}
        </button>
      )}
    </section>
  );
}
