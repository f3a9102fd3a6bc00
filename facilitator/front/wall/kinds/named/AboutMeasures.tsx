/** Who has an interest in which measure: one measure a line, names beside it. */

import type { Activity, Voice } from "../../../../../shared/web/front/records";
import { byPosition } from "../../../../../shared/web/front/select";
import { Footer } from "../../Footer";
import { pages } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

const MOST_LINES = 6;

export function AboutMeasures({ step, voices }: { step: Activity; voices: readonly Voice[] }) {
  const app = useApp();
  const { board, t } = app;
  const all = pages(board.all("measure").sort(byPosition), MOST_LINES);
  const grown = useGrowth<HTMLElement>();
  const at = usePage(all.length);
  const rows = all[at] ?? [];
  return (
    <>
      <Strip step={step} />
      <main class="w-pledges" ref={grown}>
        <h2>{t("named.wall.interests")}</h2>
        <ul>
          {rows.map((measure) => {
            const said = voices.filter((voice) => voice.measure === measure.id);
            return (
              <li key={measure.id}>
                <b class="tx">{measure.title}</b>
                <span class="tx">{said.length ? said.map((voice) => voice.who).join(" · ") : t("named.wall.none")}</span>
              </li>
            );
          })}
        </ul>
      </main>
      <Footer>{t("named.wall.answers", { n: voices.length })}</Footer>
    </>
  );
}
