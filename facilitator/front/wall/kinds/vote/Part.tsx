/** What is shown of a result so far: how many have voted, or the first three places. Nothing else is here to be shown. */

import type { Activity } from "../../../../../shared/web/front/records";
import type { PartOfResult, TopItem } from "../../../../../shared/web/front/results/vote";
import { Footer } from "../../Footer";
import { pages, rowSize } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";
import { Ballots } from "./Ballots";

const MOST_ROWS = 6;

export function Part({ step, part }: { step: Activity; part: PartOfResult }) {
  if (part.items) return <Top step={step} part={part} items={part.items} />;
  return <TurnoutOnly step={step} part={part} />;
}

function TurnoutOnly({ step, part }: { step: Activity; part: PartOfResult }) {
  const { t } = useApp();
  return (
    <>
      <Strip step={step} />
      <main class="w-big">
        <div class="n num">{part.cast}</div>
        <p class="w-line">{t("vote.wall.of_voted", { n: part.cast, of: part.seats })}</p>
        {part.quorum && (
          <p class="w-rule">
            {t(part.quorum.reached ? "vote.words.quorum_reached" : "vote.words.no_quorum", {
              cast: part.cast,
              need: part.quorum.need,
            })}
          </p>
        )}
      </main>
      <Footer>{t("vote.wall.closed")}</Footer>
    </>
  );
}

function Top({ step, part, items }: { step: Activity; part: PartOfResult; items: TopItem[] }) {
  const app = useApp();
  const cut = pages(items, MOST_ROWS);
  const grown = useGrowth<HTMLElement>(cut.length > 1 ? 0 : 3);
  const at = usePage(cut.length);
  return (
    <>
      <Strip step={step} />
      <main class="w-top" ref={grown}>
        <h2>{app.t("vote.wall.top")}</h2>
        <ol>
          {(cut[at] ?? []).map((item) => (
            <li key={item.id} class={item.place === 1 ? "first" : ""}>
              <b class="num">{app.t("vote.wall.place", { place: item.place })}</b>
              <span class={`tx ${rowSize(item.short || item.title)}`}>{item.short || item.title}</span>
              {item.figure !== undefined && <b class="num">{item.figure}</b>}
            </li>
          ))}
        </ol>
      </main>
      <Ballots result={part} items={[]} />
    </>
  );
}
