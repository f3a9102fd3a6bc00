/** The vote: its rules before, how many have voted while it runs, and the result once all see it at the same time. */

import type { Activity, DotsResult } from "../../../../shared/web/front/records";
import { optionsOf } from "../../../../shared/web/front/select";
import { Mark, useApp } from "../view";
import { Head } from "../views/Head";
import { Draft } from "./dots/Draft";
import { Results } from "./dots/Results";
import type { KindOfConsole } from "./index";

export const DOTS: KindOfConsole = {
  phases: ["draft", "open", "closed", "revealed", "confirmed"],
  acts: {
    draft: { key: "dots.console.open", verb: "activity.open" },
    open: { key: "dots.console.close", verb: "activity.close" },
    closed: { key: "dots.console.reveal", verb: "activity.reveal" },
    revealed: { key: "dots.console.confirm", verb: "activity.confirm" },
  },
  View: Dots,
};

function Dots({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result?.rule === "dots" ? (step.result as DotsResult) : null;
  const secret = step.settings.secret !== false;
  const dots = Number(step.settings.dots ?? 0);
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class={step.phase === "open" ? "chip open" : result ? "chip ok" : "chip"}>
              {t(`dots.console.state.${step.phase}`)}
            </span>
            <span class="chip">{t("dots.console.rule", { n: dots, most: Number(step.settings.most ?? 1) })}</span>
            {step.phase !== "draft" && <span class="chip">{t(secret ? "dots.console.secret" : "dots.console.not_secret")}</span>}
            {step.settings.few === true && <span class="chip wait">{t("dots.console.few")}</span>}
            {result?.order_differs && <span class="chip wait">{t("dots.console.differs")}</span>}
          </>
        }
      />
      {result ? <Results step={step} result={result} /> : step.phase === "draft" ? <Draft step={step} /> : <Voting step={step} />}
    </>
  );
}

function Voting({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const tally = board.tallies[step.id];
  const of = tally?.of ?? board.presence?.seats ?? 0;
  const cast = tally?.cast ?? 0;
  const asleep = Math.max(0, (board.presence?.seats ?? 0) - (board.presence?.here ?? 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
    <section class="c-board c-vote" tabIndex={0} aria-label={t("dots.console.board")}>
      <div class="kpis">
        <p class="kpi">
          <b>
            {cast} <small>{t("dots.console.of", { n: of })}</small>
          </b>
          <span>{t("dots.console.in")}</span>
        </p>
        <p class="kpi">
          <b>{Math.max(0, of - cast)}</b>
          <span>{t("dots.console.missing")}</span>
        </p>
        <p class="kpi">
          <b>{asleep}</b>
          <span>{t("dots.console.asleep")}</span>
        </p>
      </div>
      <p class="lead">{t(step.phase === "open" ? "dots.console.blind" : "dots.console.counted")}</p>
      <ul class="opts">
        {optionsOf(board, step).map((option) => (
          <li key={option.id} class="opt">
            <Mark pictogram={option.pictogram} letter={option.letter || "·"} />
            {option.pictogram && <b class="k">{option.letter}</b>}
            <span class="tx">{option.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
