import type { DotsRule } from "../../paper";
import { useApp } from "../../view";
import { DotMarks } from "./Row";

interface Props {
  rule: DotsRule;
  rest: number;
  /** Minus points that are left. */
  minus: number;
  /** Options that have dots. */
  chosen: number;
  mine: boolean;
  filter(): void;
}

const DRAWN = 10;

/** What is left, drawn as dots, and the way to see only one's own rows. */
export function Tray({ rule, rest, minus, chosen, mine, filter }: Props) {
  const { t } = useApp();
  return (
    <div class="ph-act">
      <div class="tray">
        {rule.dots <= DRAWN && (
          <span class="dots" aria-hidden="true">
            <DotMarks n={rest} />
            <DotMarks n={rule.dots - rest} look="free" />
          </span>
        )}
        <b class="num">{t("dots.phone.left", { n: rest })}</b>
        {rule.minus > 0 && <span class="hint num">{t("dots.phone.minus_left", { n: minus })}</span>}
      </div>
      <button type="button" class="btn narrow-btn" aria-pressed={mine} onClick={filter}>
        {mine ? t("dots.phone.show_all") : t("dots.phone.mine", { n: chosen })}
      </button>
    </div>
  );
}
