/** A break: how long yet in the largest figures, when it goes on and with what; the way in stays for latecomers. */

import { endsAt, minutes, timerLeft, timerRuns } from "../../../../shared/web/front/clock";
import type { Activity } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { useApp, useTick } from "../view";
import { nextTitle } from "../Wall";

export function Break({ step }: { step: Activity }) {
  const app = useApp();
  const { t, boot } = app;
  const workshop = workshopOf(app.board);
  const timer = step.phase === "open" ? workshop?.timer : null;
  useTick(250, timerRuns(timer));
  const left = timerLeft(timer, app.clock.now());
  const back = endsAt(timer, boot.language);
  const next = nextTitle(app);
  return (
    <>
      <main class="w-big w-break">
        <span class="mark w-mark" aria-hidden="true">
          <span class="sh priv" />
          <span class="sh pub" />
          <span class="sh semi" />
        </span>
        <h1>{step.title}</h1>
        {left !== null && (
          <p class={left <= 60 ? "w-left num low" : "w-left num"} role="timer">
            {minutes(left)}
          </p>
        )}
        <p class="w-line">
          {left === 0 || step.phase === "confirmed"
            ? t("discussion.wall.go_on")
            : back
              ? t("discussion.wall.back_at", { time: back })
              : next && t("discussion.wall.then", { title: next })}
        </p>
        {back && left !== 0 && next && <p class="w-rule">{t("discussion.wall.then", { title: next })}</p>}
      </main>
      <Footer>{workshop?.title}</Footer>
    </>
  );
}
