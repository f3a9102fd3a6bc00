/** What each measure is to reach: up to six lines, until the plan stands. */

import { useState } from "preact/hooks";
import { INDICATOR_LIMITS, MOST_INDICATORS } from "../../../../../shared/web/front/evaluation";
import { newId } from "../../../../../shared/web/front/ids";
import type { Indicator, Measure } from "../../../../../shared/web/front/records";
import { byPosition } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Box } from "./Box";

const NAMES = ["name", "unit", "base", "target"] as const;

export function Outputs() {
  const { board } = useApp();
  return (
    <>
      {board
        .all("measure")
        .sort(byPosition)
        .map((measure) => (
          <OutputsOf key={measure.id} measure={measure} />
        ))}
    </>
  );
}

export function OutputsOf({ measure }: { measure: Measure }) {
  const app = useApp();
  const { t } = app;
  const lines = measure.indicators ?? [];
  const [name, setName] = useState("");
  const save = (indicators: Indicator[]) => app.act("measure.edit", { measure: measure.id, indicators });
  const add = async () => {
    const words = name.trim();
    if (words && (await save([...lines, { id: newId(), name: words, unit: "", base: "", target: "" }]))) setName("");
  };
  const title = `${t("evaluation.words.outputs")} ${measure.title}`;
  return (
    <section class="panel c-outputs" aria-label={title}>
      <h4 class="tx">{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            {NAMES.map((part) => (
              <Box
                key={part}
                label={`${t(`evaluation.words.output.${part}`)}: ${line.name}`}
                hint={t(`evaluation.words.output.${part}`)}
                value={line[part]}
                most={INDICATOR_LIMITS[part]}
                keep={(words) => save(lines.map((one) => (one.id === line.id ? { ...one, [part]: words } : one)))}
              />
            ))}
            <button
              type="button"
              class="btn small quiet"
              aria-label={`${t("evaluation.console.drop_output")}: ${line.name}`}
              onClick={() => void save(lines.filter((one) => one.id !== line.id))}
            >
              {t("evaluation.console.drop_output")}
            </button>
          </li>
        ))}
      </ul>
      {lines.length < MOST_INDICATORS && (
        <form
          class="c-type"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <input
            class="in"
            aria-label={`${t("evaluation.console.add_output")}: ${measure.title}`}
            placeholder={t("evaluation.words.output.name")}
            maxLength={INDICATOR_LIMITS.name}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="submit" class="btn small">
            {t("evaluation.console.add_output")}
          </button>
        </form>
      )}
    </section>
  );
}
