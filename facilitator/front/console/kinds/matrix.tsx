/** Matrix: everybody rates location factors; then the result by priority, with gaps, corrections and how far each reaches. */

import type { Activity } from "../../../../shared/web/front/records";
import { originOf } from "../../../../shared/web/front/results/matrix";
import { useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Draft } from "./matrix/Draft";
import { Results } from "./matrix/Results";
import { voteKind } from "./vote/voteKind";

const VOTE = voteKind({ rule: "matrix", Draft, Results, Chips, Tools, again: false });

export const MATRIX: KindOfConsole = {
  ...VOTE,
  View: ({ step }) => (originOf(step) && step.phase === "closed" ? <Carried step={step} /> : <VOTE.View step={step} />),
};

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const factors = step.phase === "draft" ? (step.settings.factors as string[]) : step.options;
  return (
    <>
      <span class="chip">{t("matrix.console.factors", { n: factors.length })}</span>
      {originOf(step) && <span class="chip info">{t("matrix.console.is_carried")}</span>}
    </>
  );
}

/** Findings come to wall and phones together with the bars, where the facilitator wants it. */
function Tools({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const hidden = board.all("finding").filter((finding) => !finding.shown && !finding.confidential);
  if (step.phase === "draft" || step.phase === "open" || !hidden.length) return null;
  return (
    <button
      type="button"
      class="btn small"
      onClick={() => void app.act("finding.show", { shown: true }, t("matrix.console.findings_shown"))}
    >
      {t("matrix.console.show_findings", { n: hidden.length })}
    </button>
  );
}

/** A matrix that was taken over and is not shown yet. */
function Carried({ step }: { step: Activity }) {
  const { t } = useApp();
  const origin = originOf(step);
  return (
    <>
      <Head step={step} chips={<Chips step={step} />} tools={<Tools step={step} />} />
      <div class="c-board c-draft">
        <p class="lead">{t("matrix.console.carried", { title: origin?.title ?? "", date: origin?.date ?? "" })}</p>
        <p class="hint">{t("matrix.console.carried_hint")}</p>
      </div>
    </>
  );
}
