/** An energiser: its name, how it goes, and how long yet. */

import { minutes, timerLeft, timerRuns } from "../../../../shared/web/front/clock";
import type { Activity } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { useApp, useTick } from "../view";
import { nextTitle } from "../Wall";

export function Energiser({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const timer = step.phase === "open" ? workshopOf(app.board)?.timer : null;
  useTick(250, timerRuns(timer));
  const left = timerLeft(timer, app.clock.now());
  const which = String(step.settings.which);
  const next = nextTitle(app);
  return (
    <>
      <main class="w-big w-energiser">
        <h1>{t(`energiser.words.${which}.name`)}</h1>
        {step.phase !== "draft" && (
          <ol>
            {t(`energiser.words.${which}.how`)
              .split("\n")
              .map((line) => (
                <li key={line}>{line}</li>
              ))}
          </ol>
        )}
        {left !== null && (
          <p class={left <= 30 ? "w-left num low" : "w-left num"} role="timer">
            {minutes(left)}
          </p>
        )}
      </main>
      <Footer>{next && t("discussion.wall.then", { title: next })}</Footer>
    </>
  );
}
