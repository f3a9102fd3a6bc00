/** What a card's menu holds: first the groups where it may go, then what else can be done with it. */

import type { Activity, Card } from "../../../../shared/web/front/records";
import { clustersOf, letterOf, mergedInto } from "../../../../shared/web/front/select";
import { approveCard, hideCard, moveCards, short, stackCards } from "../acts";
import type { App } from "../app";
import { inHand } from "../keyboard";
import { Mark } from "../view";
import type { Item } from "../views/Menu";

export function itemsFor(app: App, card: Card, sorting: Activity | undefined, armed: boolean, arm: () => void): (Item | null)[] {
  const { t } = app;
  const alike = mergedInto(app.board, card.id);
  const items: (Item | null)[] = sorting && sorting.phase !== "confirmed" ? [...moves(app, card, sorting), null] : [];
  const hand = inHand(app, card.id);
  if (hand.length > 1) items.push({ label: t("console.card.stack", { n: hand.length }), act: () => void stackCards(app, hand) });
  items.push(
    {
      label: t("console.card.edit"),
      sign: "E",
      act: () => {
        app.editing.value = card.id;
      },
    },
    { label: t(card.pinned ? "console.card.unpin" : "console.card.pin"), sign: "A", act: () => approveCard(app, card) },
    { label: t("console.card.hide"), sign: "H", act: () => hideCard(app, card) },
  );
  if (!app.board.get("finding", card.id)) {
    items.push({
      label: t("findings.console.promote"),
      act: () => {
        app.promoting.value = card.id;
      },
    });
  }
  for (const other of alike) {
    items.push({
      label: t("console.card.split", { card: short(other.text) }),
      act: () => void app.act("card.split", { card: other.id }, t("console.card.was_split")),
    });
  }
  if (card.channel !== "console") {
    items.push(null, {
      label: t(armed ? "console.card.block_really" : "console.card.block"),
      danger: true,
      stays: !armed,
      act: () => (armed ? void app.act("card.block_author", { card: card.id }, t("console.card.blocked")) : arm()),
    });
  }
  return items;
}

function moves(app: App, card: Card, sorting: Activity): Item[] {
  const here = app.placements.of(card).cluster;
  const hand = inHand(app, card.id);
  const to = (cluster: string | null) => () => void moveCards(app, sorting, hand, cluster, null);
  const items: Item[] = clustersOf(app.board, sorting.id).map((cluster, place) => ({
    label: (
      <>
        <Mark letter={letterOf(place)} /> {cluster.short || cluster.title}
      </>
    ),
    ...(place < 9 ? { sign: String(place + 1) } : {}),
    act: to(cluster.id),
  }));
  if (here !== null) items.push({ label: app.t("cluster.console.out"), act: to(null) });
  return items;
}
