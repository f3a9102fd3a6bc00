import { useState } from "preact/hooks";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { shuffled } from "../../shuffle";
import { type Group, SORTING_VERBS, type Sorting } from "../../sorting";
import { useApp } from "../../view";
import { Done } from "../../views/Done";
import { Refusals } from "../../views/Refusals";
import { Groups } from "./Groups";
import { RenameSheet } from "./RenameSheet";
import { ToGroupSheet } from "./ToGroupSheet";

/** Cards that are chosen, with the group that each hung in when it was tapped: who was quicker meanwhile wins. */
export type Chosen = ReadonlyMap<string, string | null>;

/** The group that a card hangs in; a group that was taken apart counts as none. */
function hangsIn(card: Card, { groups }: Sorting): string | null {
  return groups.some((group) => group.id === card.cluster) ? card.cluster : null;
}

/** Leave out what somebody else has moved or put aside since it was tapped: it is theirs now. */
function stillThere(picked: Chosen, { groups, unsorted }: Sorting): Chosen {
  const hangs = new Map<string, string | null>(unsorted.map((card) => [card.id, null]));
  for (const group of groups) for (const card of group.cards) hangs.set(card.id, group.id);
  return new Map([...picked].filter(([id, from]) => hangs.get(id) === from));
}

/** Tap several cards, put them together. The unsorted ones come in another order on each phone, so that all help. */
export function Sort({ activity, sorting }: { activity: Activity; sorting: Sorting }) {
  const { t, seed, speech } = useApp();
  const [picked, setChosen] = useState<Chosen>(new Map());
  const chosen = stillThere(picked, sorting);
  const [putting, setPutting] = useState(false);
  const [renaming, setRenaming] = useState<Group | null>(null);
  const toggle = (card: Card) => {
    const next = new Map(chosen);
    if (!next.delete(card.id)) next.set(card.id, hangsIn(card, sorting));
    setChosen(next);
    speech.say(t("cluster.phone.chosen", { n: next.size }), "chosen");
  };
  const placed = sorting.total - sorting.unsorted.length;
  return (
    <>
      <p class="hint">{t("cluster.phone.how")}</p>
      <Refusals verbs={SORTING_VERBS} />
      <section aria-labelledby="unsorted">
        <div class="part-line">
          <h2 id="unsorted" class="part">
            {t("cluster.phone.unsorted")}
          </h2>
          <span class="hint num">{t("cluster.phone.placed", { placed, total: sorting.total })}</span>
        </div>
        {sorting.unsorted.length ? (
          <ul class="mine">
            {shuffled(sorting.unsorted, `${seed}/${activity.id}`).map((card) => (
              <li key={card.id}>
                <button type="button" class="card pick" aria-pressed={chosen.has(card.id)} onClick={() => toggle(card)}>
                  <span class="tx">{card.text}</span>
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <p class="empty">{t(sorting.total ? "cluster.phone.all_placed" : "cluster.phone.no_cards")}</p>
        )}
      </section>
      <Groups groups={sorting.groups} chosen={chosen} toggle={toggle} rename={setRenaming} />
      <Done activity={activity} />
      {chosen.size > 0 && (
        <div class="ph-act">
          <button type="button" class="btn narrow-btn" onClick={() => setChosen(new Map())}>
            {t("cluster.phone.clear")}
          </button>
          <button type="button" class="btn go" onClick={() => setPutting(true)}>
            {t("cluster.phone.put_together", { n: chosen.size })}
          </button>
        </div>
      )}
      {putting && (
        <ToGroupSheet
          activity={activity}
          groups={sorting.groups}
          chosen={chosen}
          done={() => setChosen(new Map())}
          close={() => setPutting(false)}
        />
      )}
      {renaming && <RenameSheet group={renaming} close={() => setRenaming(null)} />}
    </>
  );
}
