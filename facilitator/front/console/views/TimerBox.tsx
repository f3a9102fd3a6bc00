/** The timer: the same clock as on wall and phones. At its end it sounds, if it may; nothing closes by itself. */

import { useEffect, useRef } from "preact/hooks";
import { minutes, timerLeft, timerRuns } from "../../../../shared/web/front/clock";
import type { Workshop } from "../../../../shared/web/front/records";
import { stepOf } from "../../../../shared/web/front/select";
import { ring } from "../sound";
import { useApp, useTick } from "../view";

export function TimerBox({ workshop }: { workshop: Workshop }) {
  const app = useApp();
  const { t, clock, prefs } = app;
  const { timer } = workshop;
  const runs = timerRuns(timer);
  useTick(250, runs);
  const left = timerLeft(timer, clock.now());
  const planned = (stepOf(app.board)?.minutes || 5) * 60;
  useEnd(runs ? left : null, () => prefs.sound.value && ring());
  const act = (verb: string, args: Record<string, unknown> = {}) => void app.act(`timer.${verb}`, args);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div class={left !== null && left <= 60 ? "tm low" : "tm"} role="group" aria-label={t("console.timer.label")}>
      {timer && (
        <button
          type="button"
          class="btn small quiet"
          aria-label={t("console.timer.minus")}
          onClick={() => act("add", { seconds: -60 })}
        >
          <span aria-hidden="true">−1</span>
        </button>
      )}
      <b class="num" role="timer" aria-live="off">
        {minutes(left ?? planned)}
      </b>
      {timer && (
        <button
          type="button"
          class="btn small quiet"
          aria-label={t("console.timer.plus")}
          onClick={() => act("add", { seconds: 60 })}
        >
          <span aria-hidden="true">+1</span>
        </button>
      )}
      <button
        type="button"
        class="btn small quiet"
        aria-label={t(!timer ? "console.timer.start" : runs ? "console.timer.pause" : "console.timer.resume")}
        title={t(!timer ? "console.timer.start" : runs ? "console.timer.pause" : "console.timer.resume")}
        onClick={() => (timer ? act(runs ? "pause" : "resume") : act("start", { seconds: planned }))}
      >
        <Sign name={runs ? "pause" : "play"} />
      </button>
      {timer && (
        <button
          type="button"
          class="btn small quiet"
          aria-label={t("console.timer.stop")}
          title={t("console.timer.stop")}
          onClick={() => act("stop")}
        >
          <Sign name="stop" />
        </button>
      )}
      <button
        type="button"
        class="btn small quiet"
        aria-pressed={prefs.sound.value}
        aria-label={t("console.timer.sound")}
        title={t("console.timer.sound")}
        onClick={() => prefs.set("sound", !prefs.sound.value)}
      >
        <Sign name={prefs.sound.value ? "bell" : "mute"} />
      </button>
      <span class="vh" role="status">
        {left === 0 ? t("console.timer.over") : left !== null && left <= 60 && runs ? t("console.timer.minute") : ""}
      </span>
    </div>
  );
}

const SIGNS = {
  play: "M7 4l13 8l-13 8z",
  pause: "M7 4v16M17 4v16",
  stop: "M5 5h14v14h-14z",
  bell: "M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 21h4",
  mute: "M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM3 3l18 18",
};

function Sign({ name }: { name: keyof typeof SIGNS }) {
  return (
    <svg
      class={name === "play" || name === "stop" ? "sign full" : "sign"}
      viewBox="0 0 24 24"
      width="16"
      height="16"
      aria-hidden="true"
    >
      <path d={SIGNS[name]} />
    </svg>
  );
}

/** Call `ends` once when the time left comes down to nought while somebody watches. */
function useEnd(left: number | null, ends: () => void): void {
  const before = useRef<number | null>(left);
  // Only the time matters.
  useEffect(() => {
    if (left === 0 && before.current !== null && before.current > 0) ends();
    before.current = left;
  }, [left]);
}
