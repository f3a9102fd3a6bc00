/** Which colour and shape is whose, where answers are told by sector. */

import type { VoteResult } from "../../../../../shared/web/front/records";
import { SECTORS, Shape, useApp } from "../../view";

export function Legend({ result }: { result: VoteResult & { by_sector?: Record<string, number | string> } }) {
  const { t } = useApp();
  if (result.withheld) return null;
  if (!result.sectors) return <p class="hint">{t("vote.console.no_sectors")}</p>;
  return (
    <p class="legend">
      {SECTORS.filter((sector) => result.sectors?.[sector] !== undefined).map((sector) => (
        <span key={sector} class="sec">
          <Shape sector={sector} /> {t(`common.sector.${sector}`)} <b class="num">{result.by_sector?.[sector] ?? ""}</b>
        </span>
      ))}
    </p>
  );
}
