import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { cardsOf, mergedInto, tagWords } from "../../../../shared/web/front/select";
import { stockOf } from "../../own";
import { useApp } from "../../view";

const AT_FIRST = 30;

/** The cards of all, newest first: in open writing, or once they are turned. One's own stand above. */
export function CardsOfAll({ activity }: { activity: Activity }) {
  const { t, board } = useApp();
  const [all, setAll] = useState(false);
  const own = board.mine?.records.card ?? {};
  const cards = cardsOf(board, activity.id)
    .filter((card) => !own[card.id])
    .reverse();
  if (!cards.length) return null;
  const shown = all ? cards : cards.slice(0, AT_FIRST);
  return (
    <section aria-labelledby="all-cards">
      <div class="part-line">
        <h2 id="all-cards" class="part">
          {t("brainstorm.phone.others")}
        </h2>
        <span class="hint num">{t("brainstorm.phone.count", { n: cards.length })}</span>
      </div>
      <ul class="mine">
        {shown.map((card) => {
          const alike = mergedInto(board, card.id).length;
          return (
            <li key={card.id} class={`card ${stockOf(activity)} ${alike ? "stack" : ""}`}>
              <span class="tx">{card.text}</span>
              {tagWords(board, card.tags).length > 0 && <span class="hint tx"> {tagWords(board, card.tags).join(" · ")}</span>}
              {alike > 0 && <p class="meta">{t("brainstorm.phone.alike", { n: alike + 1 })}</p>}
            </li>
          );
        })}
      </ul>
      {shown.length < cards.length && (
        <button type="button" class="btn wide" onClick={() => setAll(true)}>
          {t("brainstorm.phone.show_all", { n: cards.length })}
        </button>
      )}
    </section>
  );
}
