/** While a vote runs: what it is about and how many have voted, in large figures. Nothing of how it falls. */

import type { ComponentChildren } from "preact";
import type { Activity } from "../../../../../shared/web/front/records";
import { rulesOf } from "../../../../../shared/web/front/results/vote";
import { Footer } from "../../Footer";
import { pages, scattered } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";
import { OptionName } from "./OptionName";

export const MOST_ROWS = 8;
const MOST_DISCS = 120;

interface Props {
  step: Activity;
  /** The rule in one short sentence: "3 dots each." */
  rule: string;
  /** Shows the options; a vote with a question only has none. */
  list?: boolean;
  /** What stands at the end of each option, such as its cost. */
  beside?: (id: string) => ComponentChildren;
}

export function Voting({ step, rule, list = true, beside }: Props) {
  const app = useApp();
  const { t } = app;
  const { ties, quorum } = rulesOf(step, t);
  const cut = pages(list ? step.options : [], MOST_ROWS);
  const grown = useGrowth<HTMLOListElement>(cut.length > 1 ? 0 : 3);
  const at = usePage(cut.length);
  return (
    <>
      <Strip step={step} />
      {step.phase === "draft" ? (
        <main class="w-big">
          <p class="w-line">{t("vote.wall.soon")}</p>
        </main>
      ) : (
        <main class={list ? "w-two" : "w-big"}>
          {list && (
            <ol class="w-opts" ref={grown}>
              {(cut[at] ?? []).map((id) => (
                <li key={id}>
                  <OptionName step={step} id={id} />
                  {beside?.(id)}
                </li>
              ))}
            </ol>
          )}
          <section class="w-big">
            <Turnout step={step} />
            <p class="w-rule">
              {rule} {t(step.settings.secret === false ? "vote.wall.few" : "vote.wall.secret")}
            </p>
            <p class="w-fixed">{[quorum, step.settings.ties === "cheaper" ? "" : ties].filter(Boolean).join(" ")}</p>
          </section>
        </main>
      )}
      <Footer>{step.phase === "closed" ? t("vote.wall.closed") : ""}</Footer>
    </>
  );
}

function Turnout({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const tally = board.tallies[step.id];
  const complete = tally?.complete;
  const cast = complete ?? tally?.cast ?? 0;
  const of = Math.max(tally?.of ?? board.presence?.seats ?? 0, cast);
  const discs = Math.min(of, MOST_DISCS);
  const lit = new Set(scattered(discs).slice(0, Math.round((cast / Math.max(1, of)) * discs)));
  return (
    <>
      <div class="n num">{cast}</div>
      <p class="w-line">{t(complete === undefined ? "vote.wall.of_voted" : "vote.wall.of_complete", { n: cast, of })}</p>
      {!!tally?.paper && <p class="w-line">{t("vote.wall.on_paper", { n: tally.paper })}</p>}
      <div class="turn" aria-hidden="true">
        {Array.from({ length: discs }, (_, i) => (
          <i key={i} class={lit.has(i) ? "on" : ""} />
        ))}
      </div>
    </>
  );
}
