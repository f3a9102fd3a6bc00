/** Cards: face down only their number hangs; face up the newest, the very newest framed. */

import type { Activity } from "../../../../shared/web/front/records";
import { cardsOf, workshopOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { cardsShown, pages, textSize } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { ByMeasure } from "./brainstorm/ByMeasure";

const MOST_BACKS = 60;

export function Brainstorm({ step }: { step: Activity }) {
  const open = step.settings.mode === "open" || step.phase === "revealed" || step.phase === "confirmed";
  if (!open) return <FaceDown step={step} />;
  return step.settings.by_measure === true ? <ByMeasure step={step} /> : <FaceUp step={step} />;
}

function FaceDown({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const n = board.tallies[step.id]?.cards ?? 0;
  return (
    <>
      <Strip step={step} />
      {step.phase === "draft" ? (
        <main class="w-big">
          <p class="w-line">{t("brainstorm.wall.soon")}</p>
        </main>
      ) : (
        <main class="w-count">
          <div class="w-big">
            <div class="n num">{n}</div>
            <p class="w-line">{t("brainstorm.wall.so_far", { n })}</p>
          </div>
          <div class="w-backs" aria-hidden="true">
            {Array.from({ length: Math.min(n, MOST_BACKS) }, (_, i) => (
              <div key={i} class={`card back t${(i * 37) % 7}`} />
            ))}
          </div>
        </main>
      )}
      <Footer>{step.phase === "closed" ? t("brainstorm.wall.closed") : t("brainstorm.wall.face_down")}</Footer>
    </>
  );
}

function FaceUp({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const all = cardsOf(board, step.id).reverse();
  const cards = [...all.filter((card) => card.pinned), ...all.filter((card) => !card.pinned)];
  const texts = cards.map((card) => card.text);
  const size = cardsShown(workshopOf(board)?.wall?.letters ?? "m", texts);
  const live = step.phase === "open";
  const cut = live ? [cards.slice(0, size)] : pages(cards, size);
  const page = usePage(cut.length);
  const newest = live ? all[0]?.id : undefined;
  return (
    <>
      <Strip step={step} />
      {cards.length === 0 ? (
        <main class="w-big">
          <p class="empty w-line">{t(live ? "brainstorm.wall.empty" : "brainstorm.wall.none")}</p>
        </main>
      ) : (
        <main class={`w-cards n${size}`}>
          {(cut[page] ?? []).map((card) => (
            <div
              key={card.id}
              class={`card ${step.settings.stock ?? "yellow"} ${textSize(card.text)}${card.id === newest ? " new" : ""}`}
            >
              <span class="tx">{card.text}</span>
            </div>
          ))}
        </main>
      )}
      <Footer>
        <b>{t("brainstorm.wall.cards", { n: cards.length })}</b>
        {live && cards.length > size && ` · ${t("brainstorm.wall.newest", { n: size })}`}
        {cut.length > 1 && ` · ${page + 1}/${cut.length}`}
      </Footer>
    </>
  );
}
