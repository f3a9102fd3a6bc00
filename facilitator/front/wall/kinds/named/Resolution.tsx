/** A resolution: its wording and what it is about; then the answers by name, and whether it is adopted. */

import type { Activity, Voice } from "../../../../../shared/web/front/records";
import type { ResolutionResult } from "../../../../../shared/web/front/results/named";
import { Footer } from "../../Footer";
import { pageAt, pages } from "../../fit";
import { Shape, Strip, useApp, useTick } from "../../view";

const ANSWERS = ["yes", "no", "abstain"] as const;
const MOST_NAMES = 18;

export function Resolution({ step, voices }: { step: Activity; voices: readonly Voice[] }) {
  const app = useApp();
  const { board, t } = app;
  const result = step.result?.rule === "resolution" ? (step.result as ResolutionResult) : null;
  const titles = step.options.map((id) => board.get("measure", id)?.title).filter(Boolean);
  const all = pages(voices, MOST_NAMES);
  useTick(1000, all.length > 1);
  const shown = all[pageAt(all.length, app.clock.now())] ?? [];
  return (
    <>
      <Strip step={step} />
      <main class="w-vote-named">
        {titles.length > 0 && <p class="w-line">{titles.join(" · ")}</p>}
        <div class="cols">
          {ANSWERS.map((answer) => (
            <section key={answer} aria-label={t(`named.wall.${answer}`)}>
              <h2>
                {t(`named.wall.${answer}`)} <b class="num">{voices.filter((voice) => voice.answer === answer).length}</b>
              </h2>
              <ul>
                {shown
                  .filter((voice) => voice.answer === answer)
                  .map((voice) => (
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
