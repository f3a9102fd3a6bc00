/** Fist of five: how many fingers each shows for consent; unseen by all others until the reveal. */

import { Columns } from "../../../../shared/web/front/columns";
import { fingerColumns } from "../../../../shared/web/front/fingers";
import type { Activity } from "../../../../shared/web/front/records";
import type { FistResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../view";
import { HideReasons, ReasonsAsked } from "./poll/Reasons";
import { Remarks } from "./poll/Remarks";
import { Counter } from "./Settings";
import { DraftOf } from "./vote/DraftOf";
import { ResultBoard } from "./vote/ResultBoard";
import { voteKind } from "./vote/voteKind";

export const FIST = voteKind({ rule: "fist", Draft, Results, Chips, Tools: HideReasons });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  return <span class="chip">{t("fist.console.least_chip", { n: Number(step.settings.least) })}</span>;
}

function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <DraftOf step={step} least={0}>
      <Counter
        label={t("fist.console.least")}
        hint={t("fist.console.least_hint")}
        value={Number(step.settings.least)}
        least={1}
        most={5}
        set={(n) => set({ least: n })}
      />
      <ReasonsAsked step={step} />
    </DraftOf>
  );
}

function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as FistResult;
  return (
    <ResultBoard>
      <div class="c-poll">
        <p>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</p>
        <p class={result.consent ? "banner back" : "banner off"}>
          {t(result.consent ? "fist.words.consent" : result.n ? "fist.words.no_consent" : "poll.words.no_answers", {
            n: result.below,
            least: result.asked,
          })}
        </p>
        <div class="c-cols">
          <Columns columns={fingerColumns(result.steps, t)} />
        </div>
        {result.below > 0 && <p class="lead">{t("fist.console.ask")}</p>}
        {result.before && <p class="lead">{t("fist.words.before", { n: result.before.below, least: result.asked })}</p>}
        <Remarks step={step} title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      </div>
    </ResultBoard>
  );
}
