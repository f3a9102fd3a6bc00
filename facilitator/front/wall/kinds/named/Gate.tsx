/** The nine questions, measure by measure, and who objects. */

import type { Activity, Voice } from "../../../../../shared/web/front/records";
import { type GateResult, QUESTIONS, SIGNS, standing } from "../../../../../shared/web/front/results/named";
import { byPosition } from "../../../../../shared/web/front/select";
import { Footer } from "../../Footer";
import { nameSize, pages } from "../../fit";
import { useGrowth } from "../../grow";
import { Strip, useApp, usePage } from "../../view";

const MOST_LINES = 8;

export function Gate({ step, voices }: { step: Activity; voices: readonly Voice[] }) {
  const app = useApp();
  const { board, t } = app;
  const frozen = step.result?.rule === "gate" ? (step.result as GateResult).items : null;
  const items =
    frozen ??
    board
      .all("measure")
      .sort(byPosition)
      .map((measure) => ({
        id: measure.id,
        title: measure.title,
        answers: Object.fromEntries(QUESTIONS.map((k) => [k, String(measure.sheet?.[k] ?? "")])),
        stands: standing(measure.sheet),
      }));
  const all = pages(items, MOST_LINES);
  const grown = useGrowth<HTMLElement>();
  const at = usePage(all.length);
  const rows = all[at] ?? [];
  return (
    <>
      <Strip step={step} />
      <main ref={grown}>
        <table class="w-gate">
          <thead>
            <tr>
              <th scope="col">
                <span class="vh">{t("named.wall.measure")}</span>
              </th>
              {QUESTIONS.map((k) => (
                <th scope="col" key={k}>
                  {k}
                </th>
              ))}
              <th scope="col">
                <span class="vh">{t("named.wall.stands")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <tr key={item.id} class={item.stands}>
                <th scope="row" class={`tx ${nameSize(item.title)}`}>
                  {item.title}
                </th>
                {QUESTIONS.map((k) => {
                  const answer = item.answers[k] ?? "";
                  return (
                    <td key={k} class={answer || "none"}>
                      <span aria-hidden="true">{SIGNS[answer]}</span>
                      <span class="vh">{t(`named.wall.answer_${answer || "none"}`)}</span>
                    </td>
                  );
                })}
                <td class="stands">{t(`named.wall.${item.stands}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
      <Footer>{voices.length > 0 && t("named.wall.objections", { n: voices.length })}</Footer>
    </>
  );
}
