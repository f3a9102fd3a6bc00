/** What the room did not agree on: each card with its wishes as buttons, settled by one press; and what may be dealt again. */

import type { ComponentChildren } from "preact";
import type { Activity, Card, Cluster } from "../../../../../shared/web/front/records";
import { letterOf } from "../../../../../shared/web/front/select";
import { moveCards, short } from "../../acts";
import { useApp } from "../../view";
import { mixedUp } from "./mixedUp";

const STATES = ["contested", "none", "unclear"] as const;

interface Props {
  step: Activity;
  groups: readonly Cluster[];
  cards: readonly Card[];
  /** Those of them that hang free. */
  free: readonly Card[];
  face(card: Card): ComponentChildren;
}

export function Talk({ step, groups, cards: all, free, face }: Props) {
  const app = useApp();
  const { t } = app;
  const sections = STATES.map((state) => ({ state, cards: free.filter((card) => card.verdict?.state === state) }));
  if (sections.every(({ cards }) => cards.length === 0)) return null;
  const again = (cards: readonly Card[]) => {
    const args = { activity: step.id, cards: cards.map((card) => card.id) };
    void app.act("card.deal", args, t("cluster.console.dealt_again", { n: cards.length }));
  };
  return (
    <div class="c-talk">
      <Mixed step={step} groups={groups} cards={all} />
      {sections.map(
        ({ state, cards }) =>
          cards.length > 0 && (
            <section key={state} aria-label={t(`cluster.console.talk_${state}`)}>
              <header>
                <h4>{t(`cluster.console.talk_${state}`)}</h4>
                <span class="num">{cards.length}</span>
                {step.phase === "open" && step.settings.hands === "shares" && (
                  <button type="button" class="btn small" onClick={() => again(cards)}>
                    {t("cluster.console.deal_again")}
                  </button>
                )}
              </header>
              <ul>
                {cards.map((card) => [
                  face(card),
                  <li key={`${card.id} wishes`} class="wishes">
                    <Wishes step={step} card={card} groups={groups} />
                  </li>,
                ])}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

/** Groups that people mix up may be put together with one press. */
function Mixed({ step, groups, cards }: { step: Activity; groups: readonly Cluster[]; cards: readonly Card[] }) {
  const app = useApp();
  const ids = groups.map((group) => group.id);
  const mixed = mixedUp(cards, ids);
  if (!mixed || step.phase === "confirmed") return null;
  const [one, other] = [mixed.one, mixed.other].map((id) => letterOf(ids.indexOf(id)));
  const merge = () => void app.act("cluster.merge", { cluster: mixed.other, into: mixed.one }, app.t("cluster.console.merged"));
  return (
    <button type="button" class="btn small" onClick={merge}>
      {app.t("cluster.console.mixed_up", { one: one ?? "", other: other ?? "", n: mixed.times })}
    </button>
  );
}

/** "D 1, B 1, A 1": a press puts the card there. */
function Wishes({ step, card, groups }: { step: Activity; card: Card; groups: readonly Cluster[] }) {
  const app = useApp();
  const { t } = app;
  const wishes = card.verdict?.wishes ?? {};
  return (
    <>
      {groups.map((group, place) => {
        const n = wishes[group.id];
        const about = { n: n ?? 0, letter: letterOf(place), group: group.short || group.title, card: short(card.text) };
        return (
          n !== undefined && (
            <button
              key={group.id}
              type="button"
              class="btn small"
              title={group.title}
              aria-label={t("cluster.console.wish", about)}
              disabled={step.phase === "confirmed"}
              onClick={() => void moveCards(app, step, [card.id], group.id, null)}
            >
              <span class="lt">{about.letter}</span> {n}
            </button>
          )
        );
      })}
      {wishes[""] !== undefined && <span class="hint">{t("cluster.console.wish_none", { n: wishes[""] })}</span>}
    </>
  );
}
