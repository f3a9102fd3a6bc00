/** Stories of change: face down their number; turned, titles and reasons in large letters, the picked one framed. */

import type { Activity, Card } from "../../../../shared/web/front/records";
import { cardsOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { shared } from "../fit";
import { useGrowth } from "../grow";
import { Strip, useApp, usePage } from "../view";

const MOST_STORIES = 3;
const LONG = 240; // characters of title and reason, beyond which only two stories have room side by side

export function Stories({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const turned = step.phase === "revealed" || step.phase === "confirmed";
  const stories = turned ? cardsOf(board, step.id) : [];
  const first = stories.filter((card) => card.pinned);
  const shown = step.phase === "confirmed" && first.length ? first : [...first, ...stories.filter((card) => !card.pinned)];
  const long = shown.some((card) => card.text.length + (card.story?.why?.length ?? 0) > LONG);
  const cut = shared(shown, long ? 2 : MOST_STORIES);
  const grown = useGrowth<HTMLElement>();
  const page = usePage(cut.length);
  const n = board.tallies[step.id]?.cards ?? 0;
  return (
    <>
      <Strip step={step} />
      {shown.length ? (
        <main class="w-stories" ref={grown}>
          {(cut[page] ?? []).map((card) => (
            <Story key={card.id} card={card} />
          ))}
        </main>
      ) : (
        <main class="w-big">
          {step.phase === "draft" || turned ? (
            <p class="empty w-line">{t(turned ? "stories.wall.none" : "stories.wall.soon")}</p>
          ) : (
            <>
              <div class="n num">{n}</div>
              <p class="w-line">{t("stories.wall.so_far", { n })}</p>
            </>
          )}
        </main>
      )}
      <Footer>
        {step.phase === "open" && t("stories.wall.face_down")}
        {step.phase === "closed" && t("stories.wall.closed")}
        {stories.length > 0 && <b>{t("stories.wall.count", { n: stories.length })}</b>}
        {cut.length > 1 && ` · ${page + 1}/${cut.length}`}
      </Footer>
    </>
  );
}

function Story({ card }: { card: Card }) {
  const { t } = useApp();
  const hands = card.story?.hands;
  return (
    <article class={card.pinned ? "card yellow picked" : "card white"}>
      <h2 class="tx">{card.text}</h2>
      <p class="tx">{card.story?.why}</p>
      {(card.pinned || hands !== undefined) && (
        <small>
          {[card.pinned && t("stories.wall.picked"), hands !== undefined && t("stories.wall.hands", { n: hands })]
            .filter(Boolean)
            .join(" · ")}
        </small>
      )}
    </article>
  );
}
