/** The footer of every view: who is here, one line about the step, and how to come in. */

import type { ComponentChildren } from "preact";
import { workshopOf } from "../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "./view";

export function Footer({ children, join = true }: { children?: ComponentChildren; join?: boolean }) {
  const app = useApp();
  const { presence } = app.board;
  const workshop = workshopOf(app.board);
  return (
    <footer class="w-foot">
      <span class="here">
        {SECTORS.map((sector) => (
          <span key={sector} class="sec">
            <Shape sector={sector} />
            <span class="vh">{app.t(`common.sector.${sector}`)}</span> {presence?.by_sector[sector] ?? 0}
          </span>
        ))}
      </span>
      <span class="w-said">{children}</span>
      {join && workshop && !workshop.locked && (
        <span class="join">
          <span>{app.t("wall.join")}</span>
          <b dir="ltr">{address(app.boot.urls.join)}</b>
          <span>{app.t("wall.code")}</span>
          <b class="code" dir="ltr">
            {workshop.code}
          </b>
          <img src={app.boot.urls.join_qr} alt={app.t("wall.qr_page")} />
        </span>
      )}
    </footer>
  );
}

/** What people type: the address without http:// and without the path. */
export function address(url: string): string {
  return url.replace(/^https?:\/\//i, "").replace(/\/.*$/, "");
}
