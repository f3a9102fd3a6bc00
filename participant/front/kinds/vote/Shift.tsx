import type { Activity } from "../../../../shared/web/front/records";
import { type Moved, movesOf } from "../../../../shared/web/front/shifts";
import { useApp } from "../../view";

/** What a second round has changed. */
export function Shift({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const moves = movesOf((activity.result as { items?: Moved[] } | null | undefined)?.items ?? [], t);
  if (moves === null) return null;
  return <p class="hint">{t(moves ? "vote.phone.shift" : "vote.phone.shift_none", { moves })}</p>;
}
