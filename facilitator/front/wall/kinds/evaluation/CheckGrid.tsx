/** The check: a row a measure, a sign and a word in each field, the verdict at the end; the rate below. */

import {
  answerTo,
  QUESTIONS,
  rateOf,
  rateWords,
  SIGNS,
  timeOf,
  VERDICTS,
  verdictOf,
} from "../../../../../shared/web/front/evaluation";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { Footer } from "../../Footer";
import { shared } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

const MOST_ROWS = 4;

export function CheckGrid({ step, measures }: { step: Activity; measures: Measure[] }) {
  const app = useApp();
  const { t } = app;
  const time = timeOf(step);
  const cut = shared(measures, MOST_ROWS);
  const grown = useGrowth<HTMLElement>(2);
  const at = usePage(cut.length);
  const page = cut[at] ?? [];
  return (
    <>
      <Strip step={step} />
      <main class="w-facts" ref={grown}>
        <table class="w-check">
          <thead>
            <tr>
              <td />
              {QUESTIONS.map((question) => (
                <th key={question} scope="col">
                  {t(`evaluation.words.Q.${question}`)}
                </th>
              ))}
              <th scope="col">{t("evaluation.wall.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {page.map((measure) => (
              <Row key={measure.id} measure={measure} check={measure.checks?.[time]} verdict={verdictOf(measure, time)} />
            ))}
          </tbody>
        </table>
      </main>
      <Footer>
        <b>{rateWords(t, rateOf(measures, time))}</b>
      </Footer>
    </>
  );
}

interface Props {
  measure: Measure;
  check: Record<string, string> | undefined;
  verdict: string;
}

function Row({ measure, check, verdict }: Props) {
  const { t } = useApp();
  return (
    <tr>
      <th scope="row" class="tx">
        {measure.title}
      </th>
      {QUESTIONS.map((question) => {
        const answer = answerTo(check, question);
        if (question === "Q5")
          return <td key={question}>{[check?.Q5_jobs, check?.Q5_firms].filter(Boolean).join(" / ") || "?"}</td>;
        return (
          <td key={question} class={`a-${answer || "none"}`}>
            <b aria-hidden="true">{SIGNS[answer]}</b>
            <small>{t(`evaluation.words.answer.${answer}`)}</small>
          </td>
        );
      })}
      <td class={`v-${verdict}`}>
        <b aria-hidden="true">{VERDICTS[verdict]?.sign}</b>
        <small>{t(`evaluation.words.verdict.${verdict}`)}</small>
      </td>
    </tr>
  );
}
