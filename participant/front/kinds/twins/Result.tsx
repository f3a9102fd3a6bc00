import type { Activity } from "../../../../shared/web/front/records";
import type { TwinsResult } from "../../../../shared/web/front/results/twins";
import { useApp } from "../../view";

/** Which pairs say the same to most; the facilitator stacks them. */
export function Result({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const { pairs } = activity.result as TwinsResult;
  const alike = pairs.filter((pair) => pair.alike);
  return (
    <>
      <p class="lead">{t("twins.words.result", { n: alike.length, of: pairs.length })}</p>
      <ul class="mine twin-said">
        {alike.map((pair) => (
          <li key={pair.id} class="card white">
            <span class="tx">{pair.cards.map((card) => card.title).join(" / ")}</span>
            <b class="num">{t("twins.words.said_same", { n: pair.same ?? 0, of: pair.n })}</b>
          </li>
        ))}
      </ul>
      {alike.length > 0 && <p class="hint">{t("twins.phone.then")}</p>}
    </>
  );
}
