import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../view";

/** After the end: everybody is thanked, the minutes go on; a wrong press can be taken back. */
export function Ended() {
  const app = useApp();
  const { board, t } = app;
  const measures = board.all("measure").sort(byPosition);
  return (
    <>
      <div class="c-head">
        <h2 class="strip done">
          <span class="tx">{t("console.ended.title")}</span>
        </h2>
      </div>
      <div class="c-tools" />
      <div class="c-board c-lobby">
        <section class="panel">
          <p>{t("console.ended.text")}</p>
          <p>{t("console.ended.counts", { cards: board.all("card").length, n: measures.length })}</p>
          <button type="button" class="btn" onClick={() => void app.act("workshop.resume", {}, t("console.ended.resumed"))}>
            {t("console.ended.resume")}
          </button>
        </section>
        {measures.length > 0 && (
          <ul class="said">
            {measures.map((measure) => (
              <li key={measure.id} class="card green">
                <span class="tx">{measure.title}</span>
                {measure.champion && <span class="meta tx">{measure.champion}</span>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
