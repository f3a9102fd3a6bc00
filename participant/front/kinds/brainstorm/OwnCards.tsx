import { useId } from "preact/hooks";
import { tagWords } from "../../../../shared/web/front/select";
import { type OwnCard, written } from "../../own";
import { useApp } from "../../view";

interface Props {
  cards: OwnCard[];
  /** 0: as many as one likes. */
  limit: number;
  /** What is saved hangs for all to see. */
  open: boolean;
  /** The colour of the step's cards. */
  stock: string;
  title?: string;
  change?(card: OwnCard): void;
}

/** One's own cards, newest first, each with its state in words. */
export function OwnCards({ cards, limit, open, stock, title, change }: Props) {
  const { t } = useApp();
  const id = useId();
  const count = written(cards);
  return (
    <section aria-labelledby={id}>
      <div class="part-line">
        <h2 id={id} class="part tx">
          {title ?? t("brainstorm.phone.your_cards")}
        </h2>
        <span class="hint num">
          {limit ? t("brainstorm.phone.count_of", { count, limit }) : count > 0 && t("brainstorm.phone.count", { n: count })}
        </span>
      </div>
      {cards.length ? (
        <ul class="mine">
          {cards.map((card) => (
            <Own key={card.id} card={card} open={open} stock={stock} {...(change ? { change } : {})} />
          ))}
        </ul>
      ) : (
        <p class="empty">{t("brainstorm.phone.empty")}</p>
      )}
    </section>
  );
}

const PINS: Record<OwnCard["state"], string> = {
  saved: "ok",
  looked_at: "ok",
  keeping: "wait",
  sending: "wait",
  waiting: "wait",
  refused: "",
  hidden: "",
};

function Own({ card, open, stock, change }: { card: OwnCard } & Pick<Props, "open" | "stock" | "change">) {
  const { t, board, outbox } = useApp();
  const words = card.state === "saved" && open ? "on_the_wall" : card.state;
  const tags = tagWords(board, card.tags);
  return (
    <li class={`card ${card.state === "hidden" ? "hidden-card" : stock} ${card.item ? "fresh" : ""}`}>
      <span class="tx">{card.text}</span>
      {tags.length > 0 && <span class="hint tx"> {tags.join(" · ")}</span>}
      <div class="meta">
        <span class={`pin ${PINS[card.state]}`} aria-hidden="true" />
        <span>{card.message ?? t(`brainstorm.phone.state.${words}`)}</span>
        {change ? (
          <button
            type="button"
            class="link-btn"
            aria-label={t("brainstorm.phone.change_card", { text: card.text })}
            onClick={() => change(card)}
          >
            {t("brainstorm.phone.change")}
          </button>
        ) : (
          card.state === "refused" &&
          card.item && (
            <button type="button" class="link-btn" onClick={() => card.item && outbox.drop(card.item.id)}>
              {t("phone.unsent.drop")}
            </button>
          )
        )}
      </div>
    </li>
  );
}
