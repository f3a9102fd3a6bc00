/** Talk, or a break: the question (or the break's name) in the largest letters, and the clock. */

import { minutes, timerLeft, timerRuns } from "../../../../shared/web/front/clock";
import type { Activity } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { Timer, useApp, useTick } from "../view";
import { nextTitle } from "../Wall";

export function Discussion({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const timer = workshopOf(app.board)?.timer;
  useTick(1000, timerRuns(timer));
  const left = timerLeft(timer, app.clock.now());
  const next = nextTitle(app);
  if (step.settings.pause) {
    return (
      <>
        <main class="w-big">
          <span class="mark w-mark" aria-hidden="true">
            <span class="sh priv" />
            <span class="sh pub" />
            <span class="sh semi" />
          </span>
          <h1>{step.title}</h1>
          {left !== null && <p class="w-line num">{minutes(left)}</p>}
          {next && <p class="w-line">{t("discussion.wall.then", { title: next })}</p>}
        </main>
        <Footer>{workshopOf(app.board)?.title}</Footer>
      </>
    );
  }
  return (
    <>
      <header class="w-strip">
        <p class="w-title">{step.question && step.title}</p>
        <Timer />
      </header>
      <main class="w-big">
        <h1 class="strip w-question">{step.question || step.title}</h1>
      </main>
      <Footer>{next && t("discussion.wall.then", { title: next })}</Footer>
    </>
  );
}
