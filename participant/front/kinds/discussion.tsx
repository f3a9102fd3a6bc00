import { endsAt, timerLeft, timerRuns } from "../../../shared/web/front/clock";
import type { Activity } from "../../../shared/web/front/records";
import { workshopOf } from "../../../shared/web/front/select";
import { useApp, useTick } from "../view";
import { Agenda } from "../views/Agenda";
import { Strip } from "../views/Strip";
import { WaitCard } from "../views/WaitCard";

/** People talk, or have a break: the phone gives the eyes back. */
export function Discussion({ activity }: { activity: Activity }) {
  const { t } = useApp();
  if (activity.settings.pause) return <Break activity={activity} />;
  if (activity.phase === "draft") {
    return (
      <>
        <WaitCard pin="ok" title={t("phone.wait.title")} text={t("phone.wait.text")} />
        <Agenda />
      </>
    );
  }
  const over = activity.phase === "confirmed";
  return (
    <>
      <Strip activity={activity} mode={t(over ? "discussion.phone.over" : "discussion.phone.talk")} done={over} />
      <p class="wait-line">{t(over ? "phone.wait.text" : "discussion.phone.text")}</p>
      <Agenda />
    </>
  );
}

/** When it goes on, so that nobody must look at the wall from outside. */
function Break({ activity }: { activity: Activity }) {
  const { t, board, boot, clock } = useApp();
  const timer = activity.phase === "open" ? workshopOf(board)?.timer : null;
  useTick(1000, timerRuns(timer));
  const left = timerLeft(timer, clock.now());
  const over = activity.phase === "confirmed" || left === 0;
  const back = over ? "" : endsAt(timer, boot.language);
  return (
    <>
      <Strip activity={activity} mode={t("discussion.phone.break")} done={activity.phase === "confirmed"} />
      {over && <p class="wait-line">{t("discussion.phone.go_on")}</p>}
      {back && <p class="back-at num">{t("discussion.phone.back_at", { time: back })}</p>}
      <Agenda />
    </>
  );
}
