import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** What one's own paper is called in the printed list, where the vote gives receipts. */
export function Receipt({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const receipt = ballots.get(activity.id)?.receipt;
  if (!receipt) return null;
  return (
    <p class="hint">
      <b class="num">{t("vote.phone.receipt", { receipt: `${receipt.slice(0, 4)} ${receipt.slice(4)}` })}</b>{" "}
      {t("vote.phone.receipt_why")}
    </p>
  );
}
