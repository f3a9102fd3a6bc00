import type { Activity } from "../../../shared/web/front/records";
import { useApp } from "../view";
import { Agenda } from "../views/Agenda";
import { Strip } from "../views/Strip";
import { WaitCard } from "../views/WaitCard";

/** People talk, or have a break: the phone gives the eyes back. */
export function Discussion({ activity }: { activity: Activity }) {
  const { t } = useApp();
  if (activity.settings.pause) {
    return (
      <>
        <Strip activity={activity} mode={t("discussion.phone.break")} done={activity.phase === "confirmed"} />
        <Agenda />
      </>
    );
  }
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
