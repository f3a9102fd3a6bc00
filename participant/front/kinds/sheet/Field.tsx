import { useEffect, useRef, useState } from "preact/hooks";
import { answerOf, type SheetField } from "../../../../shared/web/front/sheet";
import { useApp } from "../../view";

const REST_MS = 1500;

interface Props {
  field: SheetField;
  value: string;
  /** What it is called, where it is no answer of a sketch. */
  label?: string;
  /** Under which half a word waits while the page is away, such as a measure's id; absent where nothing could find it again. */
  place?: string | undefined;
  keep(typed: string): void;
  busy(): void;
  rest(): void;
}

/** One answer. It is sent when the box is left, when the typing rests, and when the page goes; till then it is a draft. */
export function Field({ field, value, label, place, keep, busy, rest }: Props) {
  const { t, timers, drafts } = useApp();
  const draft = place && `form/${place}/${field.name}`;
  const [typed, setTyped] = useState<string | null>(() => (draft && drafts.get(draft)) || null);
  const callOff = useRef<(() => void) | null>(null);
  const flush = useRef(() => {});
  flush.current = () => {
    callOff.current?.();
    callOff.current = null;
    if (typed !== null) keep(typed);
  };
  const soon = () => {
    callOff.current?.();
    callOff.current = timers.after(REST_MS, () => {
      flush.current();
      note("");
    });
  };
  const note = (words: string) => draft && drafts.set(draft, words);
  useEffect(() => {
    if (typed !== null) soon(); // it was typed before the page was loaded anew
    const now = () => flush.current(); // the draft stays: what is sent while a page goes may not arrive
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
    note(words);
    busy();
    soon();
  };
  const leave = () => {
    flush.current();
    note("");
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
