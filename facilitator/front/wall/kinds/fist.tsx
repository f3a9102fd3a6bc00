/** A fist of five: what fingers mean and how many have voted; then whether there is consent, and who is asked to speak. */

import { FINGERS, fingerColumns, fingerName } from "../../../../shared/web/front/fingers";
import type { Activity } from "../../../../shared/web/front/records";
import type { FistResult } from "../../../../shared/web/front/results/poll";
import { useApp, usePage } from "../view";
import { Poll } from "./poll/Poll";
import { Said } from "./poll/Said";
import { Voting } from "./vote/Voting";

export function Fist({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const result = step.result?.rule === "fist" ? (step.result as FistResult) : null;
  const reasons = result?.remarks ?? [];
  const pages = Said.pages(reasons);
  const page = usePage(1 + pages.length);
  if (!result) {
    return <Voting step={step} list={false} rule={FINGERS.map((n) => `${n}: ${fingerName(n, t)}`).join(" · ")} />;
  }
  const shown = pages[page - 1];
  if (shown) return <Said step={step} title={t("poll.words.reasons")} remarks={shown} result={result} />;
  return (
    <Poll step={step} result={result} columns={fingerColumns(result.steps, t)} figures={[]}>
      <p class="w-all w-verdict">
        {t(result.consent ? "fist.words.consent" : result.n ? "fist.words.no_consent" : "poll.words.no_answers", {
          n: result.below,
          least: result.asked,
        })}
      </p>
      {result.below > 0 && <p class="w-all">{t("fist.wall.ask")}</p>}
      {result.before && <p class="w-all">{t("fist.words.before", { n: result.before.below, least: result.asked })}</p>}
    </Poll>
  );
}
