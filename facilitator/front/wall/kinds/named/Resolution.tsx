/** A resolution: its wording and what it is about; then the answers by name, and whether it is adopted. */

import type { Activity, Voice } from "../../../../../shared/web/front/records";
import type { ResolutionResult } from "../../../../../shared/web/front/results/named";
import { Footer } from "../../Footer";
import { pages } from "../../fit";
import { useGrowth } from "../../grow";
import { Shape, Strip, useApp, usePage } from "../../view";

const ANSWERS = ["yes", "no", "abstain"] as const;
const MOST_NAMES = 12; // of one answer

export function Resolution({ step, voices }: { step: Activity; voices: readonly Voice[] }) {
  const app = useApp();
  const { board, t } = app;
  const result = step.result?.rule === "resolution" ? (step.result as ResolutionResult) : null;
  const titles = step.options.map((id) => board.get("measure", id)?.title).filter(Boolean);
  const columns = ANSWERS.map((answer) => pages(of(voices, answer), MOST_NAMES));
  const count = Math.max(...columns.map((column) => column.length));
  const grown = useGrowth<HTMLElement>();
  const at = usePage(count);
  return (
    <>
      <Strip step={step} />
      <main class="w-vote-named" ref={grown}>
        {titles.length > 0 && <p class="w-line">{titles.join(" · ")}</p>}
        <div class="w-answers">
          {ANSWERS.map((answer, i) => (
            <section key={answer} aria-label={t(`named.wall.${answer}`)}>
              <h2>
                {t(`named.wall.${answer}`)} <b class="num">{of(voices, answer).length}</b>
              </h2>
              <ul>
                {(columns[i]?.[at % columns[i].length] ?? []).map((voice) => (
                  <li key={voice.id} class="tx">
                    {voice.sector && <Shape sector={voice.sector} />} {voice.who}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        {result && <p class="w-adopted">{t(result.adopted ? "named.wall.adopted" : "named.wall.not_adopted")}</p>}
      </main>
      <Footer>{t(`named.wall.majority_${step.settings.majority}`)}</Footer>
    </>
  );
}

function of(voices: readonly Voice[], answer: string): Voice[] {
  return voices.filter((voice) => voice.answer === answer);
}
