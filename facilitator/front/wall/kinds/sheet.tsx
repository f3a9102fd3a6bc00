/** Sketches as they come: their names on cards, and what each is to bring. */

import type { Activity } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { answered, SHEET_FIELDS } from "../../../../shared/web/front/sheet";
import { Footer } from "../Footer";
import { pages, textSize } from "../fit";
import { useGrowth } from "../grow";
import { Count, Strip, useApp, usePage } from "../view";

const MOST_CARDS = 6;

export function Sheets({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const measures = board.all("measure").sort(byPosition);
  const cut = pages(measures, MOST_CARDS);
  const grown = useGrowth<HTMLElement>(2);
  const at = usePage(cut.length);
  const page = cut[at] ?? [];
  return (
    <>
      <Strip step={step} aside={<Count n={measures.length} what={t("sheet.wall.sketches", { n: measures.length })} />} />
      {page.length ? (
        <main class="w-cards three" ref={grown}>
          {page.map((measure) => (
            <div key={measure.id} class={`card white w-sketch ${textSize(measure.title)}`}>
              <span class="tx">{measure.title}</span>
              <small>
                {[
                  measure.champion,
                  measure.sheet?.month ? t("sheet.wall.month", { n: measure.sheet.month }) : "",
                  t("sheet.wall.filled", { n: answered(measure.sheet), of: SHEET_FIELDS.length }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </div>
          ))}
        </main>
      ) : (
        <main class="w-big">
          <p class="empty w-line">{t(step.phase === "draft" ? "sheet.wall.soon" : "sheet.wall.none")}</p>
        </main>
      )}
      <Footer />
    </>
  );
}
