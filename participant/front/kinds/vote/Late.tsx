import type { Activity } from "../../../../shared/web/front/records";
import { useLater } from "../../view";

/** What every vote tells beside its ballot and result, and what a phone fetches once its first page stands. */
export function Late({ part, activity }: { part: "rules" | "outcome" | "so_far" | "dots"; activity: Activity }) {
  const later = useLater();
  const View = later.kinds[`vote/${part}`];
  return View ? <View activity={activity} /> : null;
}
