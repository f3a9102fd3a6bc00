import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";

interface Props {
  option: Option;
  /** Below zero: minus points. */
  dots: number;
  most: number;
  /** Whether minus points are left. */
  minus: boolean;
  /** No dot is left: the ring is pale, and a tap asks which dot to move. */
  faint: boolean;
  /** One's own idea, where those take no dots of their author. */
  own: boolean;
  give(): void;
  giveMinus(): void;
  take(): void;
}

/** One option with its dots. Enter or Space gives, Backspace takes back, arrows go from row to row. */
export function Row({ option, dots, most, minus, faint, own, give, giveMinus, take }: Props) {
  const { t } = useApp();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) moveFocus(event, step);
    if (event.key === "Backspace" && dots) take();
  };
  return (
    <li class={`vrow ${lookOf(dots)}`} data-option={option.id} onKeyDown={onKeyDown}>
      <span class="what">
        <GroupName {...option} />
      </span>
      <span class="give">
        {dots !== 0 && (
          <>
            <button
              type="button"
              class="tap minus"
              data-act="take"
              aria-label={t(dots > 0 ? "dots.phone.take" : "dots.phone.take_minus", { option: option.title })}
              onClick={take}
            >
              {dots > 0 ? "−" : "+"}
            </button>
            <Given dots={dots} />
          </>
        )}
        {own && <span class="hint">{t("dots.phone.own")}</span>}
        {!own && minus && dots <= 0 && -dots < most && (
          <button
            type="button"
            class="tap"
            data-act="minus"
            aria-label={t("dots.phone.add_minus", { option: option.title })}
            onClick={giveMinus}
          >
            <span class="dot neg free" />
          </button>
        )}
        {!own && dots >= 0 && dots < most && (
          <button
            type="button"
            class="tap"
            data-act="add"
            aria-label={t("dots.phone.add", { option: option.title })}
            onClick={give}
          >
            <span class={`dot free ${faint ? "faint" : ""}`} />
          </button>
        )}
      </span>
    </li>
  );
}

/** How a row stands out: with dots, with minus points, or not at all. */
export function lookOf(dots: number): string {
  return dots > 0 ? "has" : dots < 0 ? "against" : "";
}

/** The dots or minus points on an option, as marks and in words. */
export function Given({ dots }: { dots: number }) {
  const { t } = useApp();
  return (
    <span class="dotset" role="img" aria-label={t(dots > 0 ? "dots.phone.dots" : "dots.phone.minuses", { n: Math.abs(dots) })}>
      <DotMarks n={Math.abs(dots)} look={dots < 0 ? "neg" : ""} />
    </span>
  );
}

/** Dots as one sees them; what they say is told beside them. */
export function DotMarks({ n, look = "" }: { n: number; look?: "" | "free" | "neg" }) {
  return (
    <>
      {Array.from({ length: n }, (_, place) => (
        <i key={place} class={`dot ${look}`} />
      ))}
    </>
  );
}

function moveFocus(event: KeyboardEvent, step: number): void {
  const row = (event.currentTarget as HTMLElement)[step > 0 ? "nextElementSibling" : "previousElementSibling"];
  const target = row?.querySelector<HTMLElement>('[data-act="add"]') ?? row?.querySelector<HTMLElement>("[data-act]");
  if (!target) return;
  event.preventDefault();
  target.focus();
}
