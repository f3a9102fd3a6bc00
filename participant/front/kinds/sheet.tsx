import "../css/evaluation.css";
import { useState } from "preact/hooks";
import { newId } from "../../../shared/web/front/ids";
import type { Activity } from "../../../shared/web/front/records";
import { answered, SHEET_FIELDS } from "../../../shared/web/front/sheet";
import { type OwnSketch, sketchesOf } from "../sketches";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { Begin } from "./sheet/Begin";
import { Editor } from "./sheet/Editor";
import { Reading } from "./sheet/Reading";

const VERBS = new Set(["measure.sketch", "measure.take"]);

/** A table group sketches measures on one phone; all others can read them. */
export function MeasureSheet({ activity }: { activity: Activity }) {
  const app = useApp();
  const { t, board, outbox, typing } = app;
  const [edited, setEdited] = useState<string | null>(null);
  const [begins, setBegins] = useState(false);
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const sketches = sketchesOf(board, outbox.list());
  const own = open ? sketches.filter((sketch) => sketch.own) : [];
  const others = sketches.filter((sketch) => !own.includes(sketch));
  const now = own.find((sketch) => sketch.id === edited);
  const begin = (title: string, cluster: string | null) => {
    const measure = newId();
    void app.do("measure.sketch", { activity: activity.id, measure, title, ...(cluster ? { cluster } : {}) });
    setBegins(false);
    setEdited(measure);
  };
  const leave = () => {
    typing.end();
    setEdited(null);
  };
  if (now) return <Editor activity={activity} sketch={now} leave={leave} />;
  const full = own.length >= Number(activity.settings.sketches ?? 3);
  return (
    <>
      <Strip activity={activity} mode={t(open ? "sheet.phone.open" : "sheet.phone.over")} done={!open} />
      <Refusals verbs={VERBS} />
      {open && <p class="hint">{t("sheet.phone.hint", { n: Number(activity.settings.sketches ?? 3) })}</p>}
      {own.length > 0 && (
        <section aria-labelledby="own-sketches">
          <h3 id="own-sketches" class="part">
            {t("sheet.phone.own")}
          </h3>
          <div class="stack">
            {own.map((sketch) => (
              <button type="button" key={sketch.id} class="choice" onClick={() => setEdited(sketch.id)}>
                <span class="name tx">{sketch.title}</span>
                <span class="hint num">{progress(sketch)}</span>
              </button>
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="all-sketches">
          <h3 id="all-sketches" class="part">
            {t(own.length ? "sheet.phone.others" : "sheet.phone.all")}
          </h3>
          {others.map((sketch) => (
            <Reading key={sketch.id} activity={activity} sketch={sketch} />
          ))}
        </section>
      )}
      {!open && sketches.length === 0 && <p class="empty">{t("sheet.phone.none")}</p>}
      {open && !full && (
        <div class="ph-act">
          <button type="button" class="btn go" onClick={() => setBegins(true)}>
            {t("sheet.phone.begin")}
          </button>
        </div>
      )}
      {begins && open && <Begin activity={activity} begin={begin} close={() => setBegins(false)} />}
    </>
  );

  function progress(sketch: OwnSketch): string {
    return t("sheet.phone.progress", { n: answered(sketch.sheet), of: SHEET_FIELDS.length });
  }
}
