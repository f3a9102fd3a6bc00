import { useApp } from "../../view";
import type { ChoiceRule } from "./paper";

interface Props {
  rule: ChoiceRule;
  chosen: number;
  clear(): void;
}

/** How many are chosen, how many more it takes, and the way back to none. */
export function Tray({ rule, chosen, clear }: Props) {
  const { t } = useApp();
  const missing = chosen > 0 ? Math.max(0, rule.least - chosen) : 0;
  return (
    <div class="ph-act">
      <div class="tray">
        <b class="num">
          {rule.most > 1 ? t("choice.phone.chosen_of", { n: chosen, most: rule.most }) : t("choice.phone.chosen", { n: chosen })}
        </b>
        {missing > 0 && <span class="hint num">{t("choice.phone.more", { n: missing })}</span>}
      </div>
      {chosen > 0 && (
        <button type="button" class="btn narrow-btn" onClick={clear}>
          {t("choice.phone.none")}
        </button>
      )}
    </div>
  );
}
