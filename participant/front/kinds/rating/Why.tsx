import type { Reasons } from "../../../../shared/web/front/results/rating";
import { useApp } from "../../view";

const SIDES = ["low", "high"] as const;

/** Why some scored low and others high, without who. */
export function Why({ reasons }: { reasons: Reasons | undefined }) {
  const { t } = useApp();
  if (!reasons) return null;
  return (
    <>
      {SIDES.map((side) =>
        reasons[side].map((text, i) => (
          <p key={`${side}${i}`} class="tx">
            {t(`rating.words.why.${side}`, { text })}
          </p>
        )),
      )}
    </>
  );
}
