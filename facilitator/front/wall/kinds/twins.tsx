/** Same or different? How many have answered; then how many pairs say the same to most, and which. */

import type { Activity } from "../../../../shared/web/front/records";
import type { AskedPair, TwinsResult } from "../../../../shared/web/front/results/twins";
import { pages, textSize } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { Ballots } from "./vote/Ballots";
import { Voting } from "./vote/Voting";

const A_PAGE = 3; // pairs

export function Twins({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result?.rule === "twins" ? (step.result as TwinsResult) : null;
  const alike = result?.pairs.filter((pair) => pair.alike) ?? [];
  const cut = pages(alike, A_PAGE);
  const at = usePage(cut.length);
  if (!result) return <Voting step={step} list={false} rule={t("twins.wall.rule")} />;
  return (
    <>
      <Strip step={step} />
      <main class="w-said-cards">
        <h2 class="w-line">{t("twins.words.result", { n: alike.length, of: result.pairs.length })}</h2>
        <ul class="w-twins">
          {(cut[at] ?? []).map((pair) => (
            <Alike key={pair.id} pair={pair} />
          ))}
        </ul>
      </main>
      <Ballots result={result} />
    </>
  );
}

function Alike({ pair }: { pair: AskedPair }) {
  const { t } = useApp();
  return (
    <li class="w-cards">
      {pair.cards.map((card) => (
        <p key={card.id} class={`card white ${textSize(card.title)}`}>
          <span class="tx">{card.title}</span>
        </p>
      ))}
      <b class="num">{t("twins.words.said_same", { n: pair.same ?? 0, of: pair.n })}</b>
    </li>
  );
}
