import type { VoteResult } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** What must be said below a result about its sectors: that they are too small to be told, or that they would change the order. */
export function SectorNotes({ result }: { result: VoteResult }) {
  const { t } = useApp();
  return (
    <>
      {!result.sectors && !result.withheld && <p class="hint">{t("vote.phone.too_few")}</p>}
      {result.order_differs && <p class="hint">{t("vote.phone.order_differs")}</p>}
    </>
  );
}
