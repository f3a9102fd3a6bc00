/** Dots: everybody places some, unseen by all others until the reveal. */

import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Draft } from "./dots/Draft";
import { Results } from "./dots/Results";
import { voteKind } from "./vote/voteKind";

export const DOTS = voteKind({ rule: "dots", Draft, Results, Chips });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const dots = Number(step.settings.dots ?? 0);
  return <span class="chip">{t("dots.console.rule", { n: dots, most: Number(step.settings.most ?? 1) })}</span>;
}
