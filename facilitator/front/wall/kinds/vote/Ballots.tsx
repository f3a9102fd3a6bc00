/** The footer below a result: how many voted, and who shares a place. */

import type { VoteResult } from "../../../../../shared/web/front/records";
import { Footer } from "../../Footer";
import { useApp } from "../../view";

interface Placed {
  title: string;
  short: string;
  place: number;
}

export function Ballots({ result, items = [] }: { result: VoteResult; items?: readonly Placed[] }) {
  const { t } = useApp();
  const level = items.filter((item, i) => items.some((other, j) => i !== j && other.place === item.place));
  return (
    <Footer join={false}>
      {t("vote.wall.ballots", { n: result.cast, of: result.seats })}
      {level.length > 0 && ` · ${t("vote.wall.level", { names: level.map((item) => item.short || item.title).join(", ") })}`}
    </Footer>
  );
}
