import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** How many have voted; never read aloud, for it moves while people think. */
export function Turnout({ activity }: { activity: Activity }) {
  const { t, board } = useApp();
  const tally = board.tallies[activity.id];
  if (!tally?.cast || !tally.of) return null;
  const { cast, of, complete } = tally;
  return (
    <p class="hint num">
      {complete === undefined ? t("vote.phone.turnout", { cast, of }) : t("vote.phone.filled_in", { n: complete, of })}
    </p>
  );
}
