/** The result on one page, to be taken along: scanned here, or opened on the phone that is in already. */

import { workshopOf } from "../../../shared/web/front/select";
import { Footer } from "./Footer";
import { useApp } from "./view";

export function Handout() {
  const { t, board, boot } = useApp();
  const workshop = workshopOf(board);
  if (!workshop?.handout) return null;
  return (
    <>
      <main class="w-join one w-handout">
        <h1 class="vh">{t("wall.handout")}</h1>
        <section class="qrp">
          <h2>{t("wall.handout")}</h2>
          <img src={`${boot.urls.handout_qr}?key=${workshop.handout}`} alt={t("wall.handout_qr")} />
        </section>
        <section class="w-in">
          <p class="card white">{t("wall.handout_scan")}</p>
          <p class="card green">{t("wall.handout_phone")}</p>
        </section>
      </main>
      <Footer join={false}>
        <b>{workshop.title}</b>
      </Footer>
    </>
  );
}
