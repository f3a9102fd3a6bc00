/** Who looks at each measure again, and by which day. */

import { TIMES } from "../../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { Footer } from "../../Footer";
import { shared } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

const MOST_ROWS = 4;
const LATER = TIMES.filter((time) => time !== "Te");

export function Dates({ step, measures }: { step: Activity; measures: Measure[] }) {
  const app = useApp();
  const { t, boot } = app;
  const cut = shared(measures, MOST_ROWS);
  const grown = useGrowth<HTMLElement>(2);
  const at = usePage(cut.length);
  const day = (iso: string) =>
    new Intl.DateTimeFormat(boot.language, { day: "numeric", month: "short", year: "numeric" }).format(new Date(`${iso}T12:00`));
  return (
    <>
      <Strip step={step} />
      <main class="w-facts" ref={grown}>
        <table>
          <thead>
            <tr>
              <td />
              {LATER.map((time) => (
                <th key={time} scope="col">
                  {t(`evaluation.words.short.${time}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(cut[at] ?? []).map((measure) => (
              <tr key={measure.id}>
                <th scope="row" class="tx">
                  {measure.title}
                </th>
                {LATER.map((time) => {
                  const { due, checker, way } = measure.checks?.[time] ?? {};
                  return (
                    <td key={time} class="tx">
                      <b>{due ? day(due) : "–"}</b>
                      <small>
                        {due ? checker : ""}
                        {due && way ? ` · ${t(`evaluation.words.way.${way}`)}` : ""}
                      </small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </main>
      <Footer />
    </>
  );
}
