/** The six questions about what a measure was worth, each with a cell for champion, office and users. */

import type { ComponentChildren } from "preact";
import { BY, JUDGED } from "./conclusions";
import type { Translate } from "./i18n";

interface Props {
  t: Translate;
  cell(question: (typeof JUDGED)[number], who: (typeof BY)[number]): ComponentChildren;
}

export function JudgedTable({ t, cell }: Props) {
  return (
    <table>
      <thead>
        <tr>
          <td />
          {BY.map((who) => (
            <th key={who} scope="col">
              {t(`evaluation.words.by.${who}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {JUDGED.map((question) => (
          <tr key={question}>
            <th scope="row">{t(`evaluation.words.judge.${question}`)}</th>
            {BY.map((who) => (
              <td key={who}>{cell(question, who)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
