/** The nine questions, measure by measure: signs to see, words to hear; each answer, or all of a measure, can be changed on the spot. */

import { useState } from "preact/hooks";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { type GateResult, QUESTIONS, SIGNS, standing } from "../../../../../shared/web/front/results/named";
import { byPosition } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Field } from "../Field";
import { AnswerOf } from "./AnswerOf";
import { Knockouts } from "./Knockouts";

export function GateGrid({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const [asked, setAsked] = useState<{ measure: Measure; k: string } | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const measures = board.all("measure").sort(byPosition);
  const whole = board.get("measure", chosen);
  const frozen = step.result?.rule === "gate" ? (step.result as GateResult) : null;
  if (!measures.length && !frozen) return null;
  const rows = frozen
    ? frozen.items.map((item) => ({ ...item, measure: null }))
    : measures.map((measure) => ({
        id: measure.id,
        title: measure.title,
        answers: Object.fromEntries(QUESTIONS.map((k) => [k, String(measure.sheet?.[k] ?? "")])),
        stands: standing(measure.sheet),
        measure,
      }));
  return (
    <>
      <table class="rtab c-gate">
        <caption>{t("named.console.gate.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("named.console.measure")}</th>
            {QUESTIONS.map((k) => (
              <th scope="col" class="n" key={k} title={t(`rating.words.${k}`)}>
                {k}
                <span class="vh"> {t(`rating.words.${k}`)}</span>
              </th>
            ))}
            <th scope="col">{t("named.console.gate.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" class="tx">
                {row.measure ? (
                  <button
                    type="button"
                    class="btn small quiet"
                    aria-expanded={row.id === chosen}
                    onClick={() => setChosen(row.id === chosen ? null : row.id)}
                  >
                    {row.title}
                  </button>
                ) : (
                  row.title
                )}
              </th>
              {QUESTIONS.map((k) => (
                <td class="n" key={k}>
                  <Cell
                    answer={row.answers[k] ?? ""}
                    name={`${row.title}, ${k}`}
                    ask={row.measure ? () => row.measure && setAsked({ measure: row.measure, k }) : null}
                  />
                </td>
              ))}
              <td>
                <span class={row.stands === "in" ? "chip ok" : row.stands === "out" ? "chip open" : "chip wait"}>
                  {t(`named.console.gate.stands_${row.stands}`)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {whole && !frozen && (
        <Knockouts key={whole.id} measure={whole}>
          <h3 class="tx">{whole.title}</h3>
          <Field
            numeric
            label={t("common.sheet.asked")}
            value={String(whole.sheet?.asked ?? "")}
            keep={(text) => app.act("measure.edit", { measure: whole.id, sheet: { asked: text ? Number(text) : null } })}
          />
        </Knockouts>
      )}
      {asked && <AnswerOf measure={asked.measure} k={asked.k} close={() => setAsked(null)} />}
    </>
  );
}

function Cell({ answer, name, ask }: { answer: string; name: string; ask: (() => void) | null }) {
  const { t } = useApp();
  const words = t(`named.console.gate.answer_${answer || "none"}`);
  if (!ask) {
    return (
      <span>
        <span aria-hidden="true">{SIGNS[answer]}</span>
        <span class="vh">{words}</span>
      </span>
    );
  }
  return (
    <button type="button" class="btn small quiet" aria-label={`${name}: ${words}`} onClick={ask}>
      {SIGNS[answer]}
    </button>
  );
}
