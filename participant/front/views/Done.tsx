import type { Activity } from "../../../shared/web/front/records";
import { useApp } from "../view";

/** "I am done": a word to the room, no submission; what is written or chosen counts with or without it. */
export function Done({ activity }: { activity: Activity }) {
  const { t, signals, speech } = useApp();
  if (activity.phase !== "open") return null;
  const done = signals.isDone(activity.id);
  const turn = () => {
    signals.set(activity.id, !done);
    speech.say(t(done ? "phone.done.taken_back" : "phone.done.said"), "done");
  };
  return (
    <button type="button" class="btn wide done-btn" aria-pressed={done} onClick={turn}>
      <span class={done ? "pin ok" : "pin todo"} aria-hidden="true" />
      <span>
        {t("phone.done.button")} <small>{t(done ? "phone.done.on" : "phone.done.off")}</small>
      </span>
    </button>
  );
}
