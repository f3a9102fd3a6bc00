/** The plan of action and the commitments: all lines, measure by measure; the facilitator writes for whoever has no phone. */

import { useState } from "preact/hooks";
import type { Activity, Measure, Pledge } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Head } from "../views/Head";
import { Measures } from "../views/Measures";
import type { KindOfConsole } from "./index";
import { PledgeForm } from "./pledging/PledgeForm";

export const PLAN = pledging("plan");
export const COMMIT = pledging("commit");

function pledging(kind: string): KindOfConsole {
  return {
    phases: ["draft", "open", "confirmed"],
    acts: {
      draft: { key: `${kind}.console.open`, verb: "activity.open" },
      open: { key: `${kind}.console.close`, verb: "activity.confirm" },
    },
    View: Pledging,
  };
}

function Pledging({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const lines = board
    .all("pledge")
    .filter((pledge) => pledge.activity === step.id)
    .sort(byPosition);
  const measures = board.all("measure").sort(byPosition);
  const apart = lines.filter((line) => !board.get("measure", line.measure));
  return (
    <>
      <Head step={step} chips={<span class="chip info">{t(`${step.kind}.console.lines`, { n: lines.length })}</span>} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        <p class="lead">{t(`${step.kind}.console.hint`)}</p>
        {measures.length === 0 && <p class="empty">{t("plan.console.no_measures")}</p>}
        {step.phase === "draft" && <Measures />}
        {measures.map((measure) => (
          <Group key={measure.id} step={step} measure={measure} lines={lines.filter((line) => line.measure === measure.id)} />
        ))}
        {(apart.length > 0 || step.phase !== "draft") && <Group step={step} measure={null} lines={apart} />}
      </section>
    </>
  );
}

function Group({ step, measure, lines }: { step: Activity; measure: Measure | null; lines: Pledge[] }) {
  const { t } = useApp();
  const commit = step.kind === "commit";
  const [edited, setEdited] = useState<string | null>(null);
  const title = measure?.title ?? t("plan.console.apart");
  return (
    <section class="panel c-pledges" aria-label={title}>
      <h3>
        <span class="tx">{title}</span>{" "}
        {commit && measure && (
          <span class={measure.champion ? "chip ok" : "chip wait"}>
            {measure.champion ? `${t("commit.console.champion")}: ${measure.champion}` : t("commit.console.no_champion")}
          </span>
        )}
      </h3>
      {lines.length === 0 && <p class="hint">{t("plan.console.none")}</p>}
      <ul>
        {lines.map((line) =>
          edited === line.id ? (
            <li key={line.id}>
              <PledgeForm step={step} measure={line.measure} line={line} done={() => setEdited(null)} />
            </li>
          ) : (
            <Row key={line.id} line={line} change={() => setEdited(line.id)} />
          ),
        )}
      </ul>
      {step.phase !== "draft" && <PledgeForm step={step} measure={measure?.id ?? null} />}
    </section>
  );
}

function Row({ line, change }: { line: Pledge; change(): void }) {
  const app = useApp();
  const { t, boot } = app;
  const words = line.what || line.who;
  const day = line.due && new Intl.DateTimeFormat(boot.language, { dateStyle: "medium" }).format(new Date(`${line.due}T12:00`));
  return (
    <li class="c-pledge">
      <span class="tx">
        <b>{line.who}</b> {line.champion && <span class="chip ok">{t("commit.console.stands_up")}</span>} {line.what}
        {(day || line.means) && <small class="tx">{[day, line.means].filter(Boolean).join(" · ")}</small>}
      </span>
      <button type="button" class="btn small quiet" aria-label={`${t("plan.console.change")}: ${words}`} onClick={change}>
        {t("plan.console.change")}
      </button>
      <button
        type="button"
        class="btn small quiet"
        aria-label={`${t("plan.console.drop")}: ${words}`}
        onClick={() => void app.act("pledge.drop", { pledge: line.id })}
      >
        {t("plan.console.drop")}
      </button>
    </li>
  );
}
