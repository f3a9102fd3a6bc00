/** Before the start: how people come in, who is in, and what the day holds. */

import type { Workshop } from "../../../../shared/web/front/records";
import { agendaOf } from "../../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "../view";
import { Collect } from "./Collect";

export function Lobby({ workshop }: { workshop: Workshop }) {
  const { board, boot, t } = useApp();
  const { presence } = board;
  const steps = agendaOf(board);
  const total = steps.reduce((sum, step) => sum + step.minutes, 0);
  return (
    <>
      <div class="c-head">
        <h2 class="strip">
          <span class="tx">{t("console.lobby.title")}</span>
        </h2>
      </div>
      <div class="c-tools">
        <span class="chip info">{t("console.lobby.day", { n: steps.length, hours: hours(total) })}</span>
        {workshop.locked && <span class="chip open">{t("console.lobby.locked")}</span>}
      </div>
      <div class="c-board c-lobby">
        <section class="panel" aria-labelledby="lobby-in">
          <h3 id="lobby-in">{t("console.lobby.come_in")}</h3>
          <div class="c-door">
            <img src={boot.urls.join_qr} alt={t("console.lobby.qr")} width={200} height={200} />
            <p>
              <span class="code num">{workshop.code}</span>
              <span class="url">{boot.urls.join.replace(/^https?:\/\//, "").replace(/\/join\/.*$/, "")}</span>
            </p>
          </div>
          {workshop.wifi?.name && (
            <p class="hint">
              {t("console.lobby.wifi", { name: workshop.wifi.name })}{" "}
              {workshop.wifi.password && t("console.lobby.password", { password: workshop.wifi.password })}
            </p>
          )}
        </section>
        <section class="panel" aria-labelledby="lobby-who">
          <h3 id="lobby-who">{t("console.lobby.who")}</h3>
          <p class="c-count">
            <b class="num">{presence?.seats ?? 0}</b> {t("console.lobby.are_in", { n: presence?.seats ?? 0 })}
          </p>
          <ul class="c-sectors">
            {SECTORS.map((sector) => (
              <li key={sector}>
                <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                <b class="num">{presence?.by_sector[sector] ?? 0}</b>
              </li>
            ))}
          </ul>
          <p class="hint">{t("console.lobby.connected", { n: presence?.here ?? 0 })}</p>
        </section>
        <Ready workshop={workshop} />
        {workshop.started_at === null && <Collect workshop={workshop} />}
        {steps.length === 0 && <p class="empty">{t("console.lobby.no_steps")}</p>}
      </div>
    </>
  );
}

/** What is ready and what is not; nothing here stops anybody. */
function Ready({ workshop }: { workshop: Workshop }) {
  const { board, t } = useApp();
  const { presence } = board;
  const walls = presence?.walls ?? 0;
  const missing = SECTORS.filter((sector) => !presence?.by_sector[sector]).map((sector) => t(`common.sector.${sector}`));
  const seats = presence?.seats ?? 0;
  const points: [boolean, string][] = [
    [walls > 0, t(walls > 0 ? "console.ready.wall" : "console.ready.no_wall")],
    [(presence?.here ?? 0) > 0, t((presence?.here ?? 0) > 0 ? "console.ready.phone" : "console.ready.no_phone")],
    [
      seats > 0 && !missing.length,
      missing.length ? t("console.ready.missing", { sectors: missing.join(", ") }) : t("console.ready.sectors"),
    ],
    [!workshop.locked, t(workshop.locked ? "console.ready.locked" : "console.ready.unlocked")],
  ];
  return (
    <section class="panel c-ready" aria-labelledby="lobby-ready">
      <h3 id="lobby-ready">{t("console.ready.title")}</h3>
      <ul>
        {points.map(([ready, words]) => (
          <li key={words}>
            <span class={ready ? "pin ok" : "pin wait"} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
      <p class="hint">{t("console.ready.hint")}</p>
    </section>
  );
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
