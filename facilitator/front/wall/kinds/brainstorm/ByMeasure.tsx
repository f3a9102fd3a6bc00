/** Cards by measure: a row for each, what was not planned in a second colour and in words. */

import type { Activity, Card } from "../../../../../shared/web/front/records";
import { byPosition, cardsOf } from "../../../../../shared/web/front/select";
import { Footer } from "../../Footer";
import { pages, shared, textSize } from "../../fit";
import { Strip, useApp, usePage } from "../../view";

const MOST_ROWS = 4;
const CARDS_A_ROW = 3;

export function ByMeasure({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const cards = cardsOf(board, step.id);
  const measures = board.all("measure").sort(byPosition);
  const known = new Set(measures.map((measure) => measure.id));
  const placed = (id: string) => cards.filter((card) => placeOf(card, known) === id);
  const all = [...measures, { id: "", title: t("brainstorm.wall.no_measure") }].flatMap(({ id, title }) => {
    const own = placed(id);
    return own.length || id ? pages(own, CARDS_A_ROW).map((some) => ({ title, cards: some })) : [];
  });
  const cut = shared(all, MOST_ROWS);
  const page = usePage(cut.length);
  return (
    <>
      <Strip step={step} />
      <main class="w-by-measure">
        {(cut[page] ?? []).map((row, i) => (
          <section key={i} aria-label={row.title}>
            <h2 class="tx">{row.title}</h2>
            {row.cards.map((card) => (
              <Placed key={card.id} step={step} card={card} />
            ))}
          </section>
        ))}
      </main>
      <Footer>
        <b>{t("brainstorm.wall.cards", { n: cards.length })}</b>
        {cut.length > 1 && ` · ${page + 1}/${cut.length}`}
      </Footer>
    </>
  );
}

function Placed({ step, card }: { step: Activity; card: Card }) {
  const words = Object.entries(card.tags).filter(([name]) => name !== "measure");
  const offered = step.settings.tags as Record<string, string[]> | undefined;
  const second = words.some(([name, word]) => (offered?.[name] ?? []).indexOf(word) > 0);
  const stock = String(step.settings.stock ?? "yellow");
  return (
    <div class={`card ${second ? (stock === "orange" ? "white" : "orange") : stock} ${textSize(card.text)}`}>
      <span class="tx">{card.text}</span>
      {words.length > 0 && <small class="tx">{words.map(([, word]) => word).join(" · ")}</small>}
    </div>
  );
}

/** The measure that a card belongs to; "" where it belongs to no single one, or to one that is gone. */
function placeOf(card: Card, known: ReadonlySet<string>): string {
  const id = card.tags.measure ?? "";
  return known.has(id) ? id : "";
}
