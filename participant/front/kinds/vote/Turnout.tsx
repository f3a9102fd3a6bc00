import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** How many have voted; never read aloud, for it moves while people think. */
export function Turnout({ activity }: { activity: Activity }) {
  const { t, board } = useApp();
  const tally = board.tallies[activity.id];
  if (!tally?.cast || !tally.of) return null;
  return <p class="hint num">{t("vote.phone.turnout", { cast: tally.cast, of: tally.of })}</p>;
}
