/** One measure: each line of its plan, what was reached, how it is known, and whether the room agrees. */

import { useState } from "preact/hooks";
import { keepable, LIMITS, lineName, type PlanLine, PROOFS, planLines, STATES } from "../../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { workshopOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Box } from "./Box";
import { Former } from "./Former";

export function Facts({ step, measure }: { step: Activity; measure: Measure }) {
  const app = useApp();
  const { t, boot, board } = app;
  const lines = planLines(step, measure, boot.language);
  const common = lines.filter((line) => line.common);
  const onWall = workshopOf(board)?.wall?.measure === measure.id;
  return (
    <section class="panel c-facts told" aria-label={measure.title}>
      <div class="c-facts-head">
        <h3 class="tx">{measure.title}</h3>
        <button
          type="button"
          class="btn small"
          aria-pressed={onWall}
          onClick={() =>
            void app.act("wall.turn", { measure: measure.id }, t("evaluation.console.turned", { title: measure.title }))
          }
        >
          {t("evaluation.console.on_wall")}
        </button>
      </div>
      <Lines step={step} measure={measure} lines={lines.filter((line) => !line.common)} />
      <Former measure={measure} />
      <details class="c-common" open={common.some((line) => line.reached.value)}>
        <summary>{t("evaluation.words.common")}</summary>
        <Lines step={step} measure={measure} lines={common} />
      </details>
    </section>
  );
}

function Lines({ step, measure, lines }: { step: Activity; measure: Measure; lines: PlanLine[] }) {
  const { t } = useApp();
  return (
    <table>
      <thead>
        <tr>
          <td />
          {["planned", "reached", "proof", "remark", "status"].map((name) => (
            <th key={name} scope="col">
              {t(`evaluation.words.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.sum ? (
            <tr key={line.id}>
              <th scope="row">{lineName(t, line)}</th>
              <td>{line.planned}</td>
              <td colSpan={4}>
                <b>{line.reached.value || "–"}</b>
              </td>
            </tr>
          ) : (
            <Row key={line.id} step={step} measure={measure} line={line} />
          ),
        )}
      </tbody>
    </table>
  );
}

function Row({ step, measure, line }: { step: Activity; measure: Measure; line: PlanLine }) {
  const app = useApp();
  const { t } = app;
  const name = lineName(t, line);
  const { reached } = line;
  const about = (what: string) => `${t(`evaluation.words.${what}`)} ${name}`;
  const tell = (told: Record<string, string>) =>
    app.act("measure.report", { activity: step.id, measure: measure.id, line: line.id, ...told });
  return (
    <tr>
      <th scope="row" class="tx">
        {name}
      </th>
      <td class="tx">
        {line.planned || "–"}
        {line.indicator?.base && <small>{t("evaluation.words.from_base", { base: line.indicator.base })}</small>}
        {reached.earlier && <small>{t("evaluation.words.earlier", { value: reached.earlier })}</small>}
      </td>
      <td>
        <Box
          label={about("reached")}
          value={reached.value ?? ""}
          most={LIMITS.value}
          numeric={line.common === true || line.money !== undefined}
          fits={(typed) => keepable(line, typed) !== undefined}
          keep={(typed) => tell({ value: keepable(line, typed) ?? "" })}
        />
      </td>
      <td>
        <select
          class="in"
          aria-label={about("proof")}
          value={reached.proof ?? ""}
          onChange={(event) => void tell({ proof: event.currentTarget.value })}
        >
          <option value="">–</option>
          {PROOFS.map((proof) => (
            <option key={proof} value={proof}>
              {t(`evaluation.words.proof.${proof}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Box label={about("remark")} value={reached.remark ?? ""} most={LIMITS.remark} keep={(remark) => tell({ remark })} />
      </td>
      <td>
        <Judging step={step} measure={measure} line={line} name={name} />
      </td>
    </tr>
  );
}

function Judging({ step, measure, line, name }: { step: Activity; measure: Measure; line: PlanLine; name: string }) {
  const app = useApp();
  const { t } = app;
  const { value, state = "", word = "" } = line.reached;
  const [disputes, setDisputes] = useState(false);
  const judge = (state: string, word = "") =>
    app.act("measure.judge", { activity: step.id, measure: measure.id, line: line.id, state, word });
  const choose = (chosen: string) => {
    setDisputes(chosen === "disputed");
    if (chosen !== "disputed") void judge(chosen);
  };
  if (!value) return null;
  return (
    <>
      <select
        class="in"
        aria-label={`${t("evaluation.words.status")} ${name}`}
        value={disputes ? "disputed" : state}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {["", ...STATES].map((one) => (
          <option key={one} value={one}>
            {one ? t(`evaluation.words.state.${one}`) : "–"}
          </option>
        ))}
      </select>
      {(state === "disputed" || disputes) && (
        <Box
          label={`${t("evaluation.console.why_disputed")} ${name}`}
          hint={t("evaluation.console.why_disputed")}
          value={state === "disputed" ? word : ""}
          most={LIMITS.word}
          keep={async (words) => {
            if (!words) return true;
            const taken = await judge("disputed", words);
            if (taken) setDisputes(false);
            return taken;
          }}
        />
      )}
    </>
  );
}
