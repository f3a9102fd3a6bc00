import type { Activity } from "../../../shared/web/front/records";
import { sortingOf } from "../sorting";
import { useApp, useLater } from "../view";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { Groups } from "./cluster/Groups";
import { Sort } from "./cluster/Sort";

/** Cards are put together and the groups get their names: by all hands, by each phone alone, or before everybody's eyes. */
export function Cluster({ activity }: { activity: Activity }) {
  const { t, board, outbox } = useApp();
  const way = String(activity.settings.hands);
  const alone = way === "shares" || way === "own";
  const later = useLater(alone);
  if (activity.phase === "draft") return <Waiting />;
  const Alone = later.kinds[way];
  if (activity.phase === "open" && alone && Alone) return <Alone activity={activity} />;
  const sorting = sortingOf(board, activity, outbox.list());
  const decided = activity.phase === "confirmed";
  const hands = activity.phase === "open" && activity.settings.hands === "all";
  const mode = decided ? "decided" : hands ? "together" : "watch";
  return (
    <>
      <Strip activity={activity} mode={t(`cluster.phone.${mode}`)} done={decided} />
      {hands ? (
        <Sort activity={activity} sorting={sorting} />
      ) : (
        <>
          {!decided && <p class="wait-line">{t("cluster.phone.watch_text")}</p>}
          <Groups groups={sorting.groups} />
          {sorting.unsorted.length > 0 && <p class="hint">{t("cluster.phone.unsorted_count", { n: sorting.unsorted.length })}</p>}
        </>
      )}
    </>
  );
}
