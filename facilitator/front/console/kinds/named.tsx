/** Steps in which people answer by name: who is here, who has an interest, who objects, who is for it. */

import type { Activity, Measure, Voice } from "../../../../shared/web/front/records";
import { neededOf, presentOf } from "../../../../shared/web/front/results/named";
import { byPosition } from "../../../../shared/web/front/select";
import { BySector, useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Answers } from "./named/Answers";
import { Draft } from "./named/Draft";
import { GateGrid } from "./named/GateGrid";
import { Outcome } from "./named/Outcome";

export const ROLL = named("roll");
export const INTERESTS = named("interests");
export const GATE = named("gate");
export const RESOLUTION = named("resolution");

function named(kind: string): KindOfConsole {
  return {
    phases: ["draft", "open", "confirmed"],
    words: "named",
    acts: {
      draft: { key: `named.console.${kind}.open`, verb: "activity.open" },
      open: { key: `named.console.${kind}.close`, verb: "activity.confirm" },
    },
    View: Named,
  };
}

function Named({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const voices = board
    .all("voice")
    .filter((voice) => voice.activity === step.id)
    .sort(byPosition);
  return (
    <>
      <Head step={step} chips={<Chips step={step} voices={voices} />} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        <p class="lead">{t(`named.console.${step.kind}.hint`)}</p>
        {step.phase === "draft" && <Draft step={step} />}
        {step.kind === "gate" && <GateGrid step={step} />}
        {step.phase === "confirmed" && <Outcome step={step} />}
        {step.phase !== "draft" && <Said step={step} voices={voices} />}
      </section>
    </>
  );
}

function Chips({ step, voices }: { step: Activity; voices: Voice[] }) {
  const { t } = useApp();
  if (step.kind !== "roll") return <span class="chip info">{t("named.console.answers", { n: voices.length })}</span>;
  const needed = neededOf(step.settings.members as number[], String(step.settings.needs));
  return (
    <>
      <span class={voices.length >= needed ? "chip ok" : "chip wait"}>
        {t("named.console.roll.here", { n: voices.length, needed })}
      </span>
      <BySector counts={presentOf(voices)} />
    </>
  );
}

/** The answers, about each measure or in all; in an open step the facilitator answers for whoever has no phone. */
function Said({ step, voices }: { step: Activity; voices: Voice[] }) {
  const { board, t } = useApp();
  if (step.kind === "roll" || step.kind === "resolution") {
    return <Answers step={step} measure={null} title={t("named.console.all")} voices={voices} />;
  }
  const measures: Measure[] = board.all("measure").sort(byPosition);
  if (!measures.length) return <p class="empty">{t("named.console.no_measures")}</p>;
  return (
    <>
      {measures.map((measure) => (
        <Answers
          key={measure.id}
          step={step}
          measure={measure.id}
          title={measure.title}
          voices={voices.filter((voice) => voice.measure === measure.id)}
        />
      ))}
    </>
  );
}
