/** Sorting: the cards that hang free, and the groups as they stand on the wall. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { clustersOf, letterOf, sourceOf } from "../../../../shared/web/front/select";
import { addGroup, moveCards, placedCards, stackCards } from "../acts";
import { drag } from "../drag";
import { focusName, inHand } from "../keyboard";
import { Key, useApp } from "../view";
import { Head } from "../views/Head";
import { CardFace } from "./CardFace";
import { Hands } from "./cluster/Hands";
import { Pile } from "./cluster/Pile";
import { Suggest } from "./cluster/Suggest";
import { Talk } from "./cluster/Talk";
import type { KindOfConsole } from "./index";

export const CLUSTER: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "cluster.console.open", verb: "activity.open" },
    open: { key: "cluster.console.confirm", verb: "activity.confirm" },
  },
  View: Sorting,
};

function Sorting({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const groups = clustersOf(board, step.id);
  const cards = placedCards(app, step);
  const known = new Set(groups.map((group) => group.id));
  const free = cards.filter((card) => !card.cluster || !known.has(card.cluster));
  const quiet = free.filter((card) => !card.verdict?.state);
  const source = sourceOf(board, step);
  const stock = String(source?.settings.stock ?? "yellow");
  const fixed = step.phase === "confirmed";
  const [suggesting, setSuggesting] = useState(false);
  const chosen = app.chosen.value.filter((id) => cards.some((card) => card.id === id));
  const begin = (event: PointerEvent) => {
    const target = event.currentTarget as HTMLElement;
    const card = target.dataset.card;
    if (!fixed && card) drag(event, (to, before) => void moveCards(app, step, inHand(app, card), to, before));
  };
  const face = (card: (typeof cards)[number]) => (
    <CardFace key={card.id} card={card} sorting={step} stock={stock} onPointerDown={begin} />
  );
  const make = async () => {
    const id = await addGroup(app, step);
    if (id) focusName(id);
  };
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class={free.length ? "chip info" : "chip ok"}>
              {t("cluster.console.placed", { n: cards.length - free.length, of: cards.length })}
            </span>
            <span class="chip">{t("cluster.console.groups", { n: groups.length })}</span>
          </>
        }
        tools={
          !fixed && (
            <>
              {chosen.length > 1 && (
                <button type="button" class="btn small" onClick={() => void stackCards(app, chosen)}>
                  {t("console.card.stack", { n: chosen.length })}
                </button>
              )}
              <Hands step={step} groups={groups.length} />
              {free.length > 0 && (
                <button type="button" class="btn small" onClick={() => setSuggesting(true)}>
                  {t("cluster.console.suggest")}
                </button>
              )}
              <button type="button" class="btn small" aria-keyshortcuts="G" onClick={() => void make()}>
                {t("cluster.console.add")} <Key sign="G" />
              </button>
            </>
          )
        }
      />
      <div class={`c-board c-sort ${groups.length === 0 ? "bare" : free.length === 0 ? "full" : ""}`}>
        <section class="free" data-pile="" aria-labelledby="free-title">
          <header>
            <h3 id="free-title">{t("cluster.console.unsorted")}</h3>
            <span class="num">{free.length}</span>
            {chosen.length > 0 && !fixed && chosen.some((id) => !free.some((card) => card.id === id)) && (
              <button type="button" class="btn small" onClick={() => void moveCards(app, step, chosen, null, null)}>
                {t("cluster.console.take_out", { n: chosen.length })}
              </button>
            )}
          </header>
          <Talk step={step} groups={groups} cards={cards} free={free} face={face} />
          {cards.length === 0 ? <p class="empty">{t("cluster.console.no_cards")}</p> : <ul>{quiet.map(face)}</ul>}
        </section>
        {groups.length > 0 && (
          <div class={`pgrid rows${Math.min(4, Math.ceil(groups.length / 4))}`}>
            {groups.map((group, place) => (
              <Pile
                key={group.id}
                group={group}
                letter={letterOf(place)}
                place={place}
                groups={groups}
                chosen={fixed ? [] : chosen}
                step={step}
                count={cards.filter((card) => card.cluster === group.id).length}
              >
                {cards.filter((card) => card.cluster === group.id).map(face)}
              </Pile>
            ))}
          </div>
        )}
      </div>
      {suggesting && <Suggest step={step} close={() => setSuggesting(false)} />}
    </>
  );
}
