/** What each measure was worth, by turns: the six questions as champion, office and users rate them, then the words. */

import { moneyOf, scoreIn, toldIn, wordsAsked, worthOf } from "../../../../../shared/web/front/conclusions";
import { JudgedTable } from "../../../../../shared/web/front/JudgedTable";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { Footer } from "../../Footer";
import { packed } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

const ROOM = 10; // lines of text below a title
const COLUMN = 58; // characters in a line of words

interface Line {
  label: string;
  value: string;
}

interface Page {
  measure: Measure;
  /** Absent: the ratings. */
  lines?: Line[];
}

export function Worth({ step, measures }: { step: Activity; measures: Measure[] }) {
  const { t, boot } = useApp();
  const height = ({ label, value }: Line) => 0.6 + Math.max(Math.ceil(value.length / COLUMN), Math.ceil(label.length / 22));
  const cut = measures.flatMap((measure): Page[] => {
    const worth = worthOf(measure);
    const told = wordsAsked(t).flatMap(({ asked }) =>
      asked.map((one) => ({ label: one.label, value: toldIn(t, boot.language, one, worth[one.name]) })),
    );
    const lines = [...moneyOf(t, boot.language, measure), ...told].filter(({ value }) => value);
    return [{ measure }, ...(lines.length ? packed(lines, height, ROOM).map((page) => ({ measure, lines: page })) : [])];
  });
  const grown = useGrowth<HTMLElement>(2);
  const page = cut[usePage(cut.length)];
  if (!page) return null;
  const place = measures.findIndex((measure) => measure.id === page.measure.id) + 1;
  return (
    <>
      <Strip step={step} />
      <main class={page.lines ? "w-facts words" : "w-facts"} ref={grown}>
        <h2 class="tx">{page.measure.title}</h2>
        {page.lines ? <Words lines={page.lines} /> : <Scores measure={page.measure} />}
      </main>
      <Footer>{t("evaluation.wall.measure_of", { n: place, of: measures.length })}</Footer>
    </>
  );
}

function Scores({ measure }: { measure: Measure }) {
  const { t, boot } = useApp();
  const worth = worthOf(measure);
  return (
    <JudgedTable
      t={t}
      cell={(question, who) => <b class="num">{scoreIn(boot.language, worth[`${question}_${who}`]) || "–"}</b>}
    />
  );
}

function Words({ lines }: { lines: readonly Line[] }) {
  return (
    <table>
      <tbody>
        {lines.map(({ label, value }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td class="tx">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
