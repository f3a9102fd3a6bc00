import { timerLeft, timerRuns } from "../../../shared/web/front/clock";
import type { Activity } from "../../../shared/web/front/records";
import { workshopOf } from "../../../shared/web/front/select";
import { useApp, useTick } from "../view";

interface Props {
  activity: Activity;
  /** How this step is done: "Write alone, in silence". */
  mode: string;
  done?: boolean;
}

/** The question on its white strip: red pins while it is open, green when it is closed or decided, as on the wall. */
export function Strip({ activity, mode, done = false }: Props) {
  const left = useTimeLeft(activity.phase === "open");
  return (
    <h2 id="question" tabIndex={-1} class={`strip ${done || activity.phase === "closed" ? "done" : ""}`}>
      <small>
        {mode}
        {left && <span class="num"> · {left}</span>}
      </small>
      <span class="tx">{activity.question || activity.title}</span>
    </h2>
  );
}

/** "6 min left", in the last minute "45 s left"; empty without a timer, or where it is not about this step any more. */
function useTimeLeft(open: boolean): string {
  const { board, clock, t } = useApp();
  const timer = workshopOf(board)?.timer;
  useTick(1000, open && timerRuns(timer));
  const left = timerLeft(timer, clock.now());
  if (left === null || !open) return "";
  if (left === 0) return t("phone.timer.over");
  return left > 60 ? t("phone.timer.minutes", { n: Math.ceil(left / 60) }) : t("phone.timer.seconds", { n: left });
}
