import { useState } from "preact/hooks";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { shuffled } from "../../shuffle";
import type { Group, Sorting } from "../../sorting";
import { useApp } from "../../view";
import { Groups } from "./Groups";
import { Refusals } from "./Refusals";
import { RenameSheet } from "./RenameSheet";
import { ToGroupSheet } from "./ToGroupSheet";

/** Cards that are chosen, with the group that each hung in when it was tapped: who was quicker meanwhile wins. */
export type Chosen = ReadonlyMap<string, string | null>;

/** Tap several cards, put them together. The unsorted ones come in another order on each phone, so that all help. */
export function Sort({ activity, sorting }: { activity: Activity; sorting: Sorting }) {
  const { t, seed, speech } = useApp();
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [putting, setPutting] = useState(false);
  const [renaming, setRenaming] = useState<Group | null>(null);
  const toggle = (card: Card) => {
    const next = new Map(chosen);
    if (!next.delete(card.id)) next.set(card.id, card.cluster);
    setChosen(next);
    speech.say(t("cluster.phone.chosen", { n: next.size }), "chosen");
  };
  const placed = sorting.total - sorting.unsorted.length;
  return (
    <>
      <p class="hint">{t("cluster.phone.how")}</p>
      <Refusals />
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
