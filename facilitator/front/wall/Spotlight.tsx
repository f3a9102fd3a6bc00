/** One group in full: its cards in the largest letters, six at a time. */

import type { Cluster } from "../../../shared/web/front/records";
import { cardsOf, clustersOf, letterOf, mergedInto, sourceOf } from "../../../shared/web/front/select";
import { Footer } from "./Footer";
import { pages } from "./fit";
import { Count, Mark, useApp, usePage } from "./view";

const AT_ONCE = 6;

export function Spotlight({ cluster }: { cluster: Cluster }) {
  const app = useApp();
  const { board, t } = app;
  const step = board.get("activity", cluster.activity);
  const source = step && sourceOf(board, step);
  const cards = source ? cardsOf(board, source.id).filter((card) => card.cluster === cluster.id) : [];
  const cut = pages(cards, AT_ONCE);
  const page = usePage(cut.length);
  const groups = clustersOf(board, cluster.activity);
  const place = groups.findIndex((other) => other.id === cluster.id);
  return (
    <>
      <header class="w-strip">
        <h1 class="strip">
          <Mark cluster={cluster} letter={letterOf(place)} /> {letterOf(place)} · {cluster.title}
        </h1>
        <Count n={cards.length} what={t("wall.cards", { n: cards.length })} />
      </header>
      <main class="w-cards three">
        {(cut[page] ?? []).map((card) => {
          const alike = mergedInto(board, card.id).length;
          return (
            <div key={card.id} class={alike ? "card stack" : "card"}>
              <span class="tx">
                {card.text} {alike > 0 && <small>{t("wall.alike", { n: alike })}</small>}
              </span>
            </div>
          );
        })}
        {cards.length === 0 && <p class="empty">{t("wall.group_empty")}</p>}
      </main>
      <Footer>
        {t("wall.group_of", { n: place + 1, of: groups.length })}
        {cut.length > 1 && ` · ${page + 1}/${cut.length}`}
      </Footer>
    </>
  );
}
