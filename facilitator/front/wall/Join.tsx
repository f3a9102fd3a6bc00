/** Come in: the Wi-Fi first where it is set, then the page; who is in; what the two usual worries want to hear. */

import { workshopOf } from "../../../shared/web/front/select";
import { address, Footer } from "./Footer";
import { SECTORS, Shape, useApp } from "./view";

export function Join() {
  const app = useApp();
  const { t, boot } = app;
  const workshop = workshopOf(app.board);
  if (!workshop) return null;
  const wifi = workshop.wifi?.name ? workshop.wifi : null;
  const seats = app.board.presence?.seats ?? 0;
  return (
    <>
      <main class={wifi ? "w-join" : "w-join one"}>
        <h1 class="vh">{t("wall.come_in", { title: workshop.title })}</h1>
        {wifi && (
          <section class="qrp">
            <h2>
              <span class="lt">1</span>
              {t("wall.first_wifi")}
            </h2>
            <img src={boot.urls.wifi_qr} alt={t("wall.qr_wifi")} />
            <dl>
              <dt>{t("wall.name")}</dt>
              <dd dir="ltr">{wifi.name}</dd>
              {wifi.password && <dt>{t("wall.password")}</dt>}
              {wifi.password && <dd dir="ltr">{wifi.password}</dd>}
            </dl>
          </section>
        )}
        <section class="qrp">
          <h2>
            {wifi && <span class="lt">2</span>}
            {wifi ? t("wall.then_page") : t("wall.scan")}
          </h2>
          <img src={boot.urls.join_qr} alt={t("wall.qr_page")} />
          <dl>
            <dt>{t("wall.type")}</dt>
            <dd dir="ltr">{address(boot.urls.join)}</dd>
            <dt>{t("wall.code")}</dt>
            <dd class="code" dir="ltr">
              {workshop.code}
            </dd>
          </dl>
        </section>
        <section class="w-in">
          {workshop.locked ? <p class="w-locked">{t("wall.locked")}</p> : null}
          <p class="w-many num">
            {seats} <small>{t("wall.are_in", { n: seats })}</small>
          </p>
          <ul>
            {SECTORS.map((sector) => (
              <li key={sector}>
                <Shape sector={sector} />
                {t(`common.sector.${sector}`)}
                <b class="num">{app.board.presence?.by_sector[sector] ?? 0}</b>
              </li>
            ))}
          </ul>
          {wifi && (
            <p class="card white">
              <b>{t("wall.no_internet")}</b> {t("wall.stay_connected")}
            </p>
          )}
          <p class="card green">
            <b>{t("wall.no_phone")}</b> {t("wall.no_phone_help")}
          </p>
        </section>
      </main>
      <Footer join={false}>
        <b>{workshop.title}</b> · {t("wall.no_name_needed")}
      </Footer>
    </>
  );
}
