/** Planned and reached of one measure: the one that the facilitator let hang, else all by turns. */

import { lineName, type PlanLine, planLines, type Total, toldLines, totalsOf } from "../../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { workshopOf } from "../../../../../shared/web/front/select";
import { Footer } from "../../Footer";
import { type Letters, packed, pages } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

/** Lines of text that fit below a title, and characters in a line of a column. */
const ROOM: Record<Letters, number> = { s: 12, m: 12, l: 9 };
const MOST_TOTALS: Record<Letters, number> = { s: 8, m: 7, l: 5 };
const COLUMN: Record<Letters, number> = { s: 22, m: 22, l: 19 };

export function Facts({ step, measures }: { step: Activity; measures: Measure[] }) {
  const app = useApp();
  const { board, t, boot } = app;
  const chosen = board.get("measure", workshopOf(board)?.wall?.measure);
  const letters = workshopOf(board)?.wall?.letters ?? "m";
  const height = (line: PlanLine) => 0.6 + Math.max(...texts(line).map((text) => Math.ceil(text.length / COLUMN[letters])));
  const ofEach = (chosen ? [chosen] : measures).flatMap((measure) =>
    packed(toldLines(planLines(step, measure, boot.language)), height, ROOM[letters]).map((lines) => ({ measure, lines })),
  );
  const sums = chosen || measures.length < 2 ? [] : totalsOf(measures);
  const together = sums.length ? pages(sums, MOST_TOTALS[letters]) : [];
  const grown = useGrowth<HTMLElement>(2);
  const at = usePage(ofEach.length + together.length);
  const page = ofEach[at];
  const totals = together[at - ofEach.length];
  if (totals) return <Together step={step} totals={totals} of={measures.length} />;
  if (!page) return null;
  const place = measures.findIndex((measure) => measure.id === page.measure.id) + 1;
  return (
    <>
      <Strip step={step} />
      <main class="w-facts lines" ref={grown}>
        <h2 class="tx">{page.measure.title}</h2>
        <table>
          <thead>
            <tr>
              <td />
              {["planned", "reached", "proof"].map((name) => (
                <th key={name} scope="col">
                  {t(`evaluation.words.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      </main>
      <Footer>{t("evaluation.wall.measure_of", { n: place, of: measures.length })}</Footer>
    </>
  );
}

/** The figures that all measures tell in the same units, added up. */
function Together({ step, totals, of }: { step: Activity; totals: Total[]; of: number }) {
  const { t, boot } = useApp();
  const grown = useGrowth<HTMLElement>(2);
  return (
    <>
      <Strip step={step} />
      <main class="w-facts lines" ref={grown}>
        <h2 class="tx">{t("evaluation.words.all_measures")}</h2>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t("evaluation.words.reached")}</th>
              <th scope="col">{t("evaluation.words.known_head")}</th>
            </tr>
          </thead>
          <tbody>
            {totals.map(({ id, value, known }) => (
              <tr key={id}>
                <th scope="row">{t(`evaluation.words.line.${id}`)}</th>
                <td>
                  <b class="num">{new Intl.NumberFormat(boot.language).format(value)}</b>
                </td>
                <td>{t("evaluation.words.known", { n: known, of })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
      <Footer>{t("evaluation.words.common")}</Footer>
    </>
  );
}

/** What stands in the columns of a line, as far as it makes it high. */
function texts({ indicator, planned, reached }: PlanLine): string[] {
  const { value = "", earlier = "", state = "", word = "" } = reached;
  return [indicator?.name ?? "".padEnd(30), planned, value, state ? `${word}${"".padEnd(36)}` : "", "-"].map((text, column) =>
    column === 1 ? `${text}${"".padEnd(22 * [indicator?.base, earlier].filter(Boolean).length)}` : text,
  );
}

function Row({ line }: { line: PlanLine }) {
  const { t } = useApp();
  const { value, earlier, proof, state, word } = line.reached;
  const base = line.indicator?.base;
  return (
    <tr>
      <th scope="row" class="tx">
        {lineName(t, line)}
      </th>
      <td class="tx">
        {line.planned || "–"}
        {base && <small>{t("evaluation.words.from_base", { base })}</small>}
        {earlier && <small>{t("evaluation.words.earlier", { value: earlier })}</small>}
      </td>
      <td class="tx">
        <b>{value || "–"}</b>
      </td>
      <td class="tx">
        {proof ? t(`evaluation.words.proof.${proof}`) : "–"}
        {state && (
          <small class={state}>
            <span aria-hidden="true">{state === "confirmed" ? "✓" : "×"}</span> {t(`evaluation.words.state.${state}`)}
            {word && `: ${word}`}
          </small>
        )}
      </td>
    </tr>
  );
}
