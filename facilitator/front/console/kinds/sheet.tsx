/** Measure sheets: which sketches there are, how far they are filled in, and each one to read and to mend. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { answered, SHEET_FIELDS } from "../../../../shared/web/front/sheet";
import { useApp } from "../view";
import { Head } from "../views/Head";
import { Measures } from "../views/Measures";
import { OutputsOf } from "./evaluation/Outputs";
import type { KindOfConsole } from "./index";
import { Counter } from "./Settings";
import { SheetOf } from "./sheet/SheetOf";

export const SHEET: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "sheet.console.open", verb: "activity.open" },
    open: { key: "sheet.console.close", verb: "activity.confirm" },
  },
  View: Sheets,
};

function Sheets({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const measures = board.all("measure").sort(byPosition);
  const [chosen, setChosen] = useState<string | null>(null);
  const measure = board.get("measure", chosen);
  return (
    <>
      <Head step={step} chips={<span class="chip info">{t("sheet.console.sketches", { n: measures.length })}</span>} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        {step.phase === "draft" && (
          <section class="panel" aria-label={t("console.settings_of_step")}>
            <p>{t("sheet.console.hint_draft")}</p>
            <Counter
              label={t("sheet.console.most")}
              value={Number(step.settings.sketches)}
              least={1}
              most={10}
              set={(sketches) => void app.act("activity.edit", { activity: step.id, settings: { sketches } })}
            />
          </section>
        )}
        {measures.length === 0 ? (
          <p class="empty">{t("sheet.console.none")}</p>
        ) : (
          <ul class="c-sheets">
            {measures.map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  class="opt"
                  aria-pressed={one.id === chosen}
                  onClick={() => setChosen(one.id === chosen ? null : one.id)}
                >
                  <span class="tx">{one.title}</span>
                  <small class="num">{t("sheet.console.progress", { n: answered(one.sheet), of: SHEET_FIELDS.length })}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
        {measure ? (
          <>
            <SheetOf key={measure.id} measure={measure} />
            <OutputsOf key={`o${measure.id}`} measure={measure} />
          </>
        ) : (
          measures.length > 0 && <p class="hint">{t("sheet.console.pick")}</p>
        )}
        <Measures />
      </section>
    </>
  );
}
