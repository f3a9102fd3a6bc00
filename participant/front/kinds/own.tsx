import "../css/shares.css";
import "../css/own.css";
import { useRef, useState } from "preact/hooks";
import type { Activity, Card } from "../../../shared/web/front/records";
import { useApp } from "../view";
import { Done } from "../views/Done";
import { WaitCard } from "../views/WaitCard";
import { freeCards, HAND, laid, lifted, type Paper, standing } from "./own/piles";
import { NotTaken } from "./vote/NotTaken";

/** Sorting by oneself: one card at a time goes onto one of one's own piles, or begins a new one; nobody else sees them. */
export function Own({ activity }: { activity: Activity }) {
  const { t, board, ballots, seed, speech } = useApp();
  const cards = freeCards(board, activity, seed);
  const paper = ballots.get<Paper>(activity.id)?.paper ?? {};
  const piles = standing(paper.piles ?? [], new Map(cards.map((card) => [card.id, card])));
  const sorted = new Set(piles.flatMap((pile) => pile.cards.map((card) => card.id)));
  const [hands, setHands] = useState(1);
  const [last, setLast] = useState<readonly string[]>([]); // sorted since this view is open, to take them back one by one
  const shown = useRef<HTMLParagraphElement>(null);
  const waiting = cards.filter((card) => !sorted.has(card.id));
  const size = Math.min(cards.length, HAND * Math.max(hands, Math.ceil(sorted.size / HAND)));
  const card = sorted.size < size ? waiting[0] : undefined;
  const back = last.filter((id) => sorted.has(id)).pop();

  // The paper is read again at each tap: a quick second one must not undo the first.
  const now = () => ballots.get<Paper>(activity.id)?.paper ?? {};
  const keep = (next: string[][]) => void ballots.mark(activity.id, { ...now(), piles: next });
  const put = (number: number | null, said: string) => {
    if (!card || (now().piles ?? []).some((pile) => pile.includes(card.id))) return;
    keep(laid(now().piles ?? [], card.id, number));
    setLast([...last, card.id]);
    speech.say(said, "share");
    shown.current?.focus();
  };
  const lift = (id: string) => {
    keep(lifted(now().piles ?? [], id));
    setLast(last.filter((other) => other !== id));
  };
  if (!cards.length) return <WaitCard pin="wait" title={t("own.phone.none")} text="" />;
  if (!card) {
    const left = cards.length - sorted.size;
    return (
      <>
        <NotTaken activity={activity} />
        <WaitCard pin="ok" title={t(left ? "own.phone.hand_done" : "own.phone.done")} text={t("own.phone.done_text")}>
          {left > 0 && (
            <>
              <p class="hint">{t("own.phone.left", { n: left })}</p>
              <button type="button" class="btn wide" onClick={() => setHands(Math.ceil((sorted.size + 1) / HAND))}>
                {t("own.phone.more")}
              </button>
            </>
          )}
        </WaitCard>
        <OwnPiles piles={piles} lift={lift} />
        <Done activity={activity} />
      </>
    );
  }
  return (
    <>
      <h2 id="question" tabIndex={-1} class="share-head">
        <span class="tx">{t("own.phone.where")}</span>
        <span class="num">{t("own.phone.progress", { n: sorted.size, of: size })}</span>
      </h2>
      <NotTaken activity={activity} />
      <p class="card share-card own-card" ref={shown} tabIndex={-1}>
        <span class="tx">{card.text}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers of 2018 lay no grid into a fieldset */}
      <div class="share-keys own-keys" role="group" aria-label={t("own.phone.keys")}>
        <button type="button" class="pile alt" onClick={() => put(null, t("own.phone.put_new"))}>
          {t("own.phone.new")}
        </button>
        {piles.map((pile) => (
          <button
            type="button"
            key={pile.number}
            class="pile"
            onClick={() => put(pile.number, t("own.phone.put", { first: pile.cards[0]?.text ?? "" }))}
          >
            <span class="tx">{pile.cards[0]?.text}</span>
            <span class="num"> {t("own.phone.count", { n: pile.cards.length })}</span>
          </button>
        ))}
      </div>
      <p class="hint">{t("own.phone.unseen")}</p>
      <div class="ph-act share-act">
        <button type="button" class="btn" aria-disabled={!back} onClick={() => back && lift(back)}>
          {t("own.phone.back")}
        </button>
      </div>
    </>
  );
}

interface PilesProps {
  piles: { number: number; cards: Card[] }[];
  lift(card: string): void;
}

/** All piles with their cards, once everything is sorted; a tap takes a card back to sort it anew. */
function OwnPiles({ piles, lift }: PilesProps) {
  const { t } = useApp();
  return (
    <section aria-labelledby="own-piles">
      <h3 id="own-piles" class="part">
        {t("own.phone.keys")}
      </h3>
      <p class="hint">{t("own.phone.again_hint")}</p>
      {piles.map((pile) => (
        <ul key={pile.number} class="own-pile">
          {pile.cards.map((card) => (
            <li key={card.id}>
              <button
                type="button"
                class="card pick"
                aria-label={t("own.phone.again", { card: card.text })}
                onClick={() => lift(card.id)}
              >
                <span class="tx">{card.text}</span>
              </button>
            </li>
          ))}
        </ul>
      ))}
    </section>
  );
}
