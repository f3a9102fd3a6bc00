import type { Activity } from "../../../../shared/web/front/records";
import { joinedOf, joinedWords, lacking, lotNumber, namesOf, rulesOf } from "../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { Shift } from "./Shift";

/** What was fixed before the vote opened: its quorum, what becomes of level ones, how figures are rounded. */
export function Rules({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const { quorum, ties, rounding } = rulesOf(activity, t);
  return <p class="hint">{[quorum, ties, rounding].filter(Boolean).join(" ")}</p>;
}

/** A quorum that was missed, the lots that were drawn, and what a second round has changed. */
export function Outcome({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const lacks = lacking(activity);
  return (
    <>
      {lacks && <p class="banner off">{t("vote.words.no_quorum", lacks)}</p>}
      {activity.lots?.map((lot) => (
        <p key={lot.place} class="hint">
          {t("vote.words.lot", { number: lotNumber(lot), names: namesOf(activity, lot).join(", ") })}
        </p>
      ))}
      {joinedOf(activity).map((join) => (
        <p key={join.gone} class="hint">
          {t("vote.words.joined", joinedWords(activity, join))}
        </p>
      ))}
      <Shift activity={activity} />
    </>
  );
}
