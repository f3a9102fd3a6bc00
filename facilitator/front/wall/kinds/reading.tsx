/** Findings by groups of factors, with quotes and without names, page by page; how many each has surprised. */

import type { Activity, Finding } from "../../../../shared/web/front/records";
import { type FindingGroup, groupsOf } from "../../../../shared/web/front/results/reading";
import { Footer } from "../Footer";
import { Strip, useApp, usePage } from "../view";

const SECONDS = 20; // to be read, not only looked at
// In hundredths of the wall's height, as css/matrix.css sets them.
const ROOM = 62;
const HEADING = 8;
const CARD = 4.5;
const LINE = 5;
const LETTERS_IN_LINE = { statement: 66, quote: 72 };

export function Reading({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const all = packed(groupsOf(board.all("finding")));
  const at = usePage(all.length, SECONDS);
  const page = step.phase === "draft" ? undefined : all[at];
  return (
    <>
      <Strip step={step} />
      {page ? (
        <main class="w-read">
          {page.map(({ group, findings }) => (
            <section key={group}>
              <h2>{t(`factors.words.group.${group}`)}</h2>
              <ul>
                {findings.map((finding) => (
                  <Told key={finding.id} finding={finding} />
                ))}
              </ul>
            </section>
          ))}
        </main>
      ) : (
        <main class="w-big">
          <p class="w-line">{t(step.phase === "draft" ? "reading.wall.soon" : "reading.wall.none")}</p>
        </main>
      )}
      <Footer>{all.length > 1 && page ? t("reading.wall.page", { n: at + 1, of: all.length }) : ""}</Footer>
    </>
  );
}

/** Fill pages with as much as fits, group by group; a group that does not fit goes on on the next page. */
export function packed(groups: readonly FindingGroup[]): FindingGroup[][] {
  const all: FindingGroup[][] = [];
  let left = 0;
  for (const { group, findings } of groups) {
    for (const finding of findings) {
      const last = all[all.length - 1]?.slice(-1)[0];
      const height = heightOf(finding);
      if (last?.group === group && height <= left) {
        last.findings.push(finding);
        left -= height;
      } else if (HEADING + height <= left && all.length) {
        all[all.length - 1]?.push({ group, findings: [finding] });
        left -= HEADING + height;
      } else {
        all.push([{ group, findings: [finding] }]);
        left = ROOM - HEADING - height;
      }
    }
  }
  return all;
}

function heightOf(finding: Finding): number {
  const lines = (text: string, letters: number) => Math.ceil([...text].length / letters);
  const { statement, quote } = finding;
  return CARD + LINE * (lines(statement, LETTERS_IN_LINE.statement) + lines(quote, LETTERS_IN_LINE.quote));
}

function Told({ finding }: { finding: Finding }) {
  const { t } = useApp();
  const plus = finding.sign === "+";
  return (
    <li class="card white">
      <b class={plus ? "w-sign plus" : "w-sign minus"}>
        <span aria-hidden="true">{plus ? "+" : "−"}</span>
        <span class="vh">{t(plus ? "reading.wall.advantage" : "reading.wall.obstacle")}</span>
      </b>
      <span class="w-told">
        <span class="tx">{finding.statement}</span>
        {finding.quote && <q class="tx">{finding.quote}</q>}
      </span>
      {finding.marks > 0 && (
        <b class="w-marks num" role="img" aria-label={t("reading.wall.marked", { n: finding.marks })}>
          {finding.marks}
        </b>
      )}
    </li>
  );
}
