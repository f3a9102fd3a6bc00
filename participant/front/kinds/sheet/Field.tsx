import { useEffect, useRef, useState } from "preact/hooks";
import { answerOf, type SheetField } from "../../../../shared/web/front/sheet";
import { useApp } from "../../view";

const REST_MS = 1500;

interface Props {
  field: SheetField;
  value: string;
  /** What it is called, where it is no answer of a sketch. */
  label?: string;
  keep(typed: string): void;
  busy(): void;
  rest(): void;
}

/** One answer. It is kept when the box is left, when the typing rests, and when the page goes. */
export function Field({ field, value, label, keep, busy, rest }: Props) {
  const { t, timers } = useApp();
  const [typed, setTyped] = useState<string | null>(null);
  const callOff = useRef<(() => void) | null>(null);
  const flush = useRef(() => {});
  flush.current = () => {
    callOff.current?.();
    callOff.current = null;
    if (typed !== null) keep(typed);
  };
  useEffect(() => {
    const now = () => flush.current();
    addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", now);
      now();
    };
  }, []);
  const type = (words: string) => {
    setTyped(words);
    busy();
    callOff.current?.();
    callOff.current = timers.after(REST_MS, () => flush.current());
  };
  const leave = () => {
    flush.current();
    if (typed === null || answerOf(field, typed) !== undefined) setTyped(null);
    rest();
  };
  const id = `sk-${field.name}`;
  const wrong = typed !== null && answerOf(field, typed) === undefined;
  const shared = {
    id,
    class: "inp",
    value: typed ?? value,
    "aria-describedby": wrong ? `${id}-wrong` : undefined,
    "aria-invalid": wrong,
    onBlur: leave,
  };
  return (
    <div class="stack">
      <label for={id}>{label ?? t(`common.sheet.${field.name}`)}</label>
      {field.most === undefined && (field.characters ?? 0) > 160 ? (
        <textarea {...shared} rows={3} maxLength={field.characters} onInput={(event) => type(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          autocomplete="off"
          inputMode={field.most === undefined ? "text" : "numeric"}
          maxLength={field.characters ?? 14}
          onInput={(event) => type(event.currentTarget.value)}
        />
      )}
      {wrong && (
        <p id={`${id}-wrong`} class="hint warn">
          {t("sheet.phone.whole_number", { most: field.most ?? 0 })}
        </p>
      )}
    </div>
  );
}
