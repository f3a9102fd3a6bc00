/** A word cloud: how many have voted; then the words in five sizes, page by page. */

import { Cloud } from "../../../../shared/web/front/cloud";
import type { Activity } from "../../../../shared/web/front/records";
import type { CloudResult } from "../../../../shared/web/front/results/poll";
import { cloudFit } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { Ballots } from "./vote/Ballots";
import { Voting } from "./vote/Voting";

export function WordCloud({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const result = step.result?.rule === "wordcloud" ? (step.result as CloudResult) : null;
  const { letters, pages } = cloudFit(result?.words ?? []);
  const at = usePage(pages.length);
  if (!result) return <Voting step={step} list={false} rule={t("wordcloud.wall.rule", { n: Number(step.settings.words) })} />;
  return (
    <>
      <Strip step={step} />
      <main class={`w-cloud ${letters}`}>
        {result.words.length ? (
          <Cloud words={pages[at] ?? []} said={(n) => t("wordcloud.words.people", { n })} />
        ) : (
          <p class="w-line">{t("wordcloud.words.none")}</p>
        )}
      </main>
      <Ballots result={result} />
    </>
  );
}
