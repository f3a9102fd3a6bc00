import type { Activity } from "../../../../shared/web/front/records";
import { lacking, lotNumber, namesOf, rulesOf } from "../../../../shared/web/front/results/vote";
import { useApp, useLater } from "../../view";

/** What was fixed before the vote opened: its quorum, what becomes of level ones, how figures are rounded. */
export function Rules({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const later = useLater();
  if (!later.there) return null; // these words come after the first page
  const { quorum, ties, rounding } = rulesOf(activity, t);
  return <p class="hint">{[quorum, ties, rounding].filter(Boolean).join(" ")}</p>;
}

/** A quorum that was missed, and the lots that were drawn. */
export function Outcome({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const later = useLater();
  if (!later.there) return null;
  const lacks = lacking(activity);
  return (
    <>
      {lacks && <p class="banner off">{t("vote.words.no_quorum", lacks)}</p>}
      {activity.lots?.map((lot) => (
        <p key={lot.place} class="hint">
          {t("vote.words.lot", { number: lotNumber(lot), names: namesOf(activity, lot).join(", ") })}
        </p>
      ))}
    </>
  );
}
