/** Groups form: a tile a group, with its last card and a slip for each one. */

import type { Activity, Card, Cluster } from "../../../../shared/web/front/records";
import { cardsOf, clustersOf, letterOf, sourceOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { pages, tileGrid } from "../fit";
import { Count, Mark, Strip, useApp, usePage } from "../view";

const MOST_TILES = 12;
const MOST_SLIPS = 16;

export function Sorting({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const source = sourceOf(board, step);
  const cards = source ? cardsOf(board, source.id) : [];
  const groups = clustersOf(board, step.id);
  const hangs = (card: Card) => groups.some((group) => group.id === card.cluster);
  const placed = cards.filter(hangs).length;
  const talk = cards.filter((card) => card.verdict?.state === "contested" && !hangs(card));
  const cut = pages(groups, talk.length > 0 ? MOST_TILES - 1 : MOST_TILES);
  const at = usePage(cut.length);
  const page = cut[at] ?? [];
  const { columns, rows } = tileGrid(page.length + (talk.length > 0 ? 1 : 0));
  return (
    <>
      <Strip step={step} aside={<Count n={placed} of={cards.length} what={t("cluster.wall.placed", { n: placed })} />} />
      {groups.length === 0 ? (
        <main class="w-big">
          <p class="empty w-line">{step.phase === "draft" ? t("cluster.wall.soon") : t("cluster.wall.empty")}</p>
        </main>
      ) : (
        <main class={`w-piles c${columns} r${rows}`}>
          {page.map((group) => (
            <Tile
              key={group.id}
              group={group}
              place={groups.indexOf(group)}
              cards={cards.filter((c) => c.cluster === group.id)}
            />
          ))}
          {talk[0] && <Talk card={talk[0]} more={talk.length - 1} groups={groups} />}
        </main>
      )}
      <Footer>
        {groups.length > 0 && <b>{t("cluster.wall.groups", { n: groups.length })}</b>}
        {cut.length > 1 && ` · ${at + 1}/${cut.length}`}
        {step.phase === "confirmed" && ` · ${t("cluster.wall.agreed")}`}
      </Footer>
    </>
  );
}

/** One card that the room is of several minds about, and the groups that were named for it. */
function Talk({ card, more, groups }: { card: Card; more: number; groups: readonly Cluster[] }) {
  const { t } = useApp();
  const wishes = card.verdict?.wishes ?? {};
  return (
    <section class="w-pile talk">
      <h2>
        <span class="tx">{t("cluster.wall.talk")}</span>
      </h2>
      <div class="card last">
        <span class="tx">{card.text}</span>
      </div>
      <div class="bot">
        <div class="wishes">
          {groups.map(
            (group, place) =>
              wishes[group.id] !== undefined && (
                <span key={group.id}>
                  <Mark cluster={group} letter={letterOf(place)} />
                  {wishes[group.id]}
                </span>
              ),
          )}
        </div>
        {more > 0 && <span class="cnt">{t("cluster.wall.talk_more", { n: more })}</span>}
      </div>
    </section>
  );
}

function Tile({ group, place, cards }: { group: Cluster; place: number; cards: Card[] }) {
  const letter = letterOf(place);
  const last = cards[cards.length - 1];
  return (
    <section class={group.aside ? "w-pile aside" : "w-pile"}>
      <h2>
        <Mark cluster={group} letter={letter} />
        <span class="tx">
          {group.pictogram && <b class="k">{letter} </b>}
          {group.short || group.title}
        </span>
      </h2>
      {last && (
        <div class="card last">
          <span class="tx">{last.text}</span>
        </div>
      )}
      <div class="bot">
        <div class="slips" aria-hidden="true">
          {cards.slice(0, MOST_SLIPS).map((card) => (
            <i key={card.id} />
          ))}
        </div>
        <span class="cnt">{cards.length}</span>
      </div>
    </section>
  );
}
