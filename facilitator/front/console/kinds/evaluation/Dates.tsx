/** By which day who looks at each measure again. */

import { LIMITS, TIMES, WAYS } from "../../../../../shared/web/front/evaluation";
import type { Measure } from "../../../../../shared/web/front/records";
import { byPosition } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Box } from "./Box";

const LATER = TIMES.filter((time) => time !== "Te");

export function Dates() {
  const { t, board } = useApp();
  const measures = board.all("measure").sort(byPosition);
  return (
    <section class="panel c-facts" aria-label={t("evaluation.words.part.dates")}>
      <table>
        <thead>
          <tr>
            <td />
            {LATER.map((time) => (
              <th key={time} scope="col">
                {t(`evaluation.words.time.${time}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row" class="tx">
                {measure.title}
              </th>
              {LATER.map((time) => (
                <td key={time}>
                  <Day measure={measure} time={time} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Day({ measure, time }: { measure: Measure; time: string }) {
  const app = useApp();
  const { t } = app;
  const { due = "", checker = "", way = "" } = measure.checks?.[time] ?? {};
  const about = (what: string) => `${t(`evaluation.words.${what}`)}, ${t(`evaluation.words.short.${time}`)}: ${measure.title}`;
  const set = (change: Record<string, string>) => app.act("measure.schedule", { measure: measure.id, time, ...change });
  return (
    <>
      <Box
        label={about("checker")}
        hint={t("evaluation.words.checker")}
        value={checker}
        most={LIMITS.checker}
        keep={(words) => set({ checker: words })}
      />
      <Box label={about("due")} value={due} most={10} date keep={(day) => set({ due: day })} />
      <select class="in" aria-label={about("way")} value={way} onChange={(event) => void set({ way: event.currentTarget.value })}>
        <option value="">{t("evaluation.words.way")}</option>
        {WAYS.map((name) => (
          <option key={name} value={name}>
            {t(`evaluation.words.way.${name}`)}
          </option>
        ))}
      </select>
    </>
  );
}
