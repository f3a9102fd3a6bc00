import { useEffect } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** Why the server has not taken this paper; the phone shows again what was taken once it is read. */
export function NotTaken({ activity }: { activity: Activity }) {
  const { t, ballots, speech } = useApp();
  const message = ballots.get(activity.id)?.message;
  useEffect(() => {
    if (message) speech.alert(message);
  }, [message]);
  if (!message) return null;
  return (
    <div class="banner err">
      <span>{message}</span>
      <button type="button" class="btn small" onClick={() => void ballots.giveWay(activity.id)}>
        {t("phone.all_right")}
      </button>
    </div>
  );
}
