/** Who is in the room: seats by sector, the door, and the code to come in by. */

import { useState } from "preact/hooks";
import type { Seat } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { toggleLock } from "../acts";
import { SECTORS, Shape, useApp } from "../view";

export function People() {
  const app = useApp();
  const { board, boot, t } = app;
  const seats = board.all("seat").sort((a, b) => a.number - b.number);
  const present = seats.filter((seat) => !seat.removed);
  const removed = seats.filter((seat) => seat.removed);
  const here = new Set(board.presence?.connected ?? []);
  const workshop = workshopOf(board);
  const others = ((board.presence as { consoles?: string[] } | null)?.consoles ?? []).filter((name) => name !== boot.name);
  return (
    <>
      <p>{t("console.people.funnel", { n: present.length, here: present.filter((seat) => here.has(seat.id)).length })}</p>
      {others.length > 0 && <p class="chip info">{t("console.people.also", { names: others.join(", ") })}</p>}
      <div class="row">
        <button type="button" class="btn small" aria-pressed={workshop?.locked ?? false} onClick={() => toggleLock(app)}>
          {t("console.people.door")}
        </button>
        <Qr />
      </div>
      {SECTORS.map((sector) => (
        <Sector
          key={sector}
          name={t(`common.sector.${sector}`)}
          seats={present.filter((seat) => seat.sector === sector)}
          here={here}
        >
          <Shape sector={sector} />
        </Sector>
      ))}
      {present.some((seat) => !seat.sector) && (
        <Sector name={t("console.people.untold")} seats={present.filter((seat) => !seat.sector)} here={here}>
          {null}
        </Sector>
      )}
      {present.length === 0 && <p class="empty">{t("console.people.nobody")}</p>}
      {removed.length > 0 && (
        <details>
          <summary>{t("console.people.removed", { n: removed.length })}</summary>
          <ul class="seats">
            {removed.map((seat) => (
              <li key={seat.id}>
                <span class="tx">{nameOf(seat, t)}</span>
                <button
                  type="button"
                  class="btn small"
                  onClick={() => void app.act("seat.restore", { seat: seat.id }, t("console.people.restored"))}
                >
                  {t("console.people.restore")}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface SectorProps {
  name: string;
  seats: Seat[];
  here: Set<string>;
  children: preact.ComponentChildren;
}

function Sector({ name, seats, here, children }: SectorProps) {
  const app = useApp();
  const { t } = app;
  if (!seats.length) return null;
  return (
    <section>
      <h3 class="sidehead">
        {children} {name} <span class="num">{seats.length}</span>
      </h3>
      <ul class="seats">
        {seats.map((seat) => (
          <li key={seat.id} class={here.has(seat.id) ? "" : "idle"}>
            <span class={here.has(seat.id) ? "pin ok" : "pin todo"} aria-hidden="true" />
            <span class="tx">
              {nameOf(seat, t)}
              <small>{t(here.has(seat.id) ? "console.people.live" : "console.people.asleep")}</small>
            </span>
            <button
              type="button"
              class="btn small quiet"
              aria-label={`${t("console.people.remove")}: ${nameOf(seat, t)}`}
              onClick={() =>
                void app.act("seat.remove", { seat: seat.id }, t("console.people.was_removed", { seat: nameOf(seat, t) }))
              }
            >
              {t("console.people.remove")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Qr() {
  const { boot, t } = useApp();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="btn small" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t("console.people.qr")}
      </button>
      {open && (
        <figure class="qr">
          <img src={boot.urls.join_qr} alt={t("console.lobby.qr")} width={220} height={220} />
          <figcaption>
            <b class="code num">{boot.code}</b> {boot.urls.join.replace(/^https?:\/\//, "")}
          </figcaption>
        </figure>
      )}
    </>
  );
}

function nameOf(seat: Seat, t: (key: string, params?: Record<string, string | number>) => string): string {
  const words = [seat.name, seat.organisation].filter(Boolean).join(", ");
  return words
    ? t("console.people.seat_named", { number: seat.number, name: words })
    : t("console.people.seat", { number: seat.number });
}
