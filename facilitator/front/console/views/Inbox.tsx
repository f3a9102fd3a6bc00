/** Cards that wait for the facilitator's eye, and those put aside. */

import type { Card } from "../../../../shared/web/front/records";
import { byPosition, sourceOf, stepOf } from "../../../../shared/web/front/select";
import { approveCard, hideCard } from "../acts";
import type { App } from "../app";
import { Shape, useApp } from "../view";

export function Inbox() {
  const app = useApp();
  const { t } = app;
  const waiting = waitingCards(app);
  const hidden = hiddenCards(app);
  return (
    <>
      {waiting.length === 0 && <p class="empty">{t("console.inbox.empty")}</p>}
      {waiting.length > 0 && (
        <ul class="inbox">
          {waiting.map((card) => (
            <li key={card.id} class="card inq">
              <button type="button" class="face" data-card={card.id}>
                <span class="tx">{card.text}</span>
              </button>
              {card.sector && (
                <div class="meta">
                  <Shape sector={card.sector} /> {t(`common.sector.${card.sector}`)}
                </div>
              )}
              <div class="acts">
                <button
                  type="button"
                  class="btn"
                  aria-label={`${t("console.inbox.pin")}: ${card.text}`}
                  aria-keyshortcuts="A"
                  onClick={() => approveCard(app, card)}
                >
                  {t("console.inbox.pin")}
                </button>
                <button
                  type="button"
                  class="btn"
                  aria-label={`${t("console.inbox.hide")}: ${card.text}`}
                  aria-keyshortcuts="H"
                  onClick={() => hideCard(app, card)}
                >
                  {t("console.inbox.hide")}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {hidden.length > 0 && (
        <details>
          <summary>{t("console.inbox.hidden", { n: hidden.length })}</summary>
          <ul class="inbox">
            {hidden.map((card) => (
              <li key={card.id} class="card white inq">
                <span class="tx">{card.text}</span>
                <div class="acts">
                  <button
                    type="button"
                    class="btn"
                    aria-label={`${t("console.inbox.restore")}: ${card.text}`}
                    onClick={() => hideCard(app, card)}
                  >
                    {t("console.inbox.restore")}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function waitingCards(app: App): Card[] {
  return app.board
    .all("card")
    .filter((card) => card.state === "waiting")
    .sort(byPosition);
}

/** The cards put aside in the step that the room is at, or in the one that it takes its cards from. */
function hiddenCards(app: App): Card[] {
  const step = stepOf(app.board);
  const near = new Set([step?.id, step && sourceOf(app.board, step)?.id]);
  return app.board
    .all("card")
    .filter((card) => card.state === "hidden" && near.has(card.activity))
    .sort(byPosition);
}
