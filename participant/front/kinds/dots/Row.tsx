import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";

interface Props {
  option: Option;
  dots: number;
  most: number;
  /** No dot is left: the ring is pale, and a tap asks which dot to move. */
  faint: boolean;
  /** One's own idea, where those take no dots of their author. */
  own: boolean;
  give(): void;
  take(): void;
}

/** One option with its dots. Enter or Space gives, Backspace takes back, arrows go from row to row. */
export function Row({ option, dots, most, faint, own, give, take }: Props) {
  const { t } = useApp();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) moveFocus(event, step);
    if (event.key === "Backspace" && dots) take();
  };
  return (
    <li class={`vrow ${dots ? "has" : ""}`} data-option={option.id} onKeyDown={onKeyDown}>
      <span class="what">
        <GroupName {...option} />
      </span>
      <span class="give">
        {dots > 0 && (
          <>
            <button
              type="button"
              class="tap minus"
              data-act="take"
              aria-label={t("dots.phone.take", { option: option.title })}
              onClick={take}
            >
              −
            </button>
            <span class="dotset" role="img" aria-label={t("dots.phone.dots", { n: dots })}>
              <DotMarks n={dots} />
            </span>
          </>
        )}
        {own && <span class="hint">{t("dots.phone.own")}</span>}
        {!own && dots < most && (
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

/** Dots as one sees them; what they say is told beside them. */
export function DotMarks({ n, free = false }: { n: number; free?: boolean }) {
  return (
    <>
      {Array.from({ length: n }, (_, place) => (
        <i key={place} class={`dot ${free ? "free" : ""}`} />
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
