/** Before the start: how people come in, who is in, and what the day holds. */

import type { Workshop } from "../../../../shared/web/front/records";
import { agendaOf } from "../../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "../view";

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
              <span class="url">{boot.urls.join.replace(/^https?:\/\//, "")}</span>
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
        {steps.length === 0 && <p class="empty">{t("console.lobby.no_steps")}</p>}
      </div>
    </>
  );
}

function hours(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
