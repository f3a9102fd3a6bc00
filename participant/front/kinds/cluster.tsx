import type { Activity } from "../../../shared/web/front/records";
import { sortingOf } from "../sorting";
import { useApp, useLater } from "../view";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { Groups } from "./cluster/Groups";
import { Sort } from "./cluster/Sort";

/** Cards are put together and the groups get their names: by all hands, or before everybody's eyes. */
export function Cluster({ activity }: { activity: Activity }) {
  const { t, board, outbox } = useApp();
  const shares = activity.settings.hands === "shares";
  const later = useLater(shares);
  if (activity.phase === "draft") return <Waiting />;
  const Dealt = later.kinds.shares;
  if (activity.phase === "open" && shares && Dealt) return <Dealt activity={activity} />;
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
