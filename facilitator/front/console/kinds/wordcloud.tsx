/** Word cloud: one question, a few words each; unseen by all others until the reveal. */

import { Cloud } from "../../../../shared/web/front/cloud";
import type { Activity } from "../../../../shared/web/front/records";
import type { CloudResult } from "../../../../shared/web/front/results/poll";
import { useApp } from "../view";
import { Hidden, Hide, HideUnseen } from "./poll/Hiding";
import { SettingCounter } from "./Settings";
import { DraftOf } from "./vote/DraftOf";
import { ResultBoard } from "./vote/ResultBoard";
import { voteKind } from "./vote/voteKind";

const MOST_WORDS = 10;

export const WORDCLOUD = voteKind({ rule: "wordcloud", Draft, Results, Chips, Tools: HideUnseen, again: false });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  return <span class="chip">{t("wordcloud.console.chip", { n: Number(step.settings.words) })}</span>;
}

function Draft({ step }: { step: Activity }) {
  const { t } = useApp();
  return (
    <DraftOf step={step} least={0} quorum={false}>
      <SettingCounter step={step} setting="words" label={t("wordcloud.console.words")} least={1} most={MOST_WORDS} />
      <p class="hint">{t("wordcloud.console.merged")}</p>
    </DraftOf>
  );
}

function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as CloudResult;
  return (
    <ResultBoard>
      <div class="c-poll">
        <p>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</p>
        {result.words.length ? (
          <div class="panel c-cloud">
            <Cloud
              words={result.words}
              said={(n) => t("wordcloud.words.people", { n })}
              tool={(text) => <Hide step={step} text={text} />}
            />
          </div>
        ) : (
          <p class="lead">{t("wordcloud.words.none")}</p>
        )}
        <Hidden step={step} />
      </div>
    </ResultBoard>
  );
}
