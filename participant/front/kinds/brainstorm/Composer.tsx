import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { lengthOf, oneLine } from "../../../../shared/web/front/text";
import { type OwnCard, stockOf } from "../../own";
import { useApp } from "../../view";
import { Tags } from "./Tags";

interface Props {
  activity: Activity;
  closed: boolean;
  /** All cards are written: the box folds. */
  full?: boolean;
  limit?: number;
  /** A card that is being changed. */
  card?: OwnCard;
  pin(text: string, tags: Record<string, string>): void;
  withdraw?(): void;
  leave?(): void;
}

const SOFT = 60;

/** The box that is the card. What is typed is kept at each keystroke; after pinning it is empty and keeps the focus. */
export function Composer({ activity, closed, full, limit = 0, card, pin, withdraw, leave }: Props) {
  const { t, drafts, typing } = useApp();
  const [text, setText] = useState(() => card?.text ?? drafts.get(activity.id));
  const [tags, setTags] = useState<Record<string, string>>({});
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (card) box.current?.focus();
    return () => typing.pause(); // "You" is opened, or the phones are paused: the words rest in the draft
  }, [card]);

  const most = Number(activity.settings.length ?? 90);
  const length = lengthOf(oneLine(text));
  const over = length > most;
  const write = (words: string) => {
    setText(words);
    if (!card) drafts.set(activity.id, words);
    if (words.trim()) typing.begin(activity.id);
    else typing.end();
  };
  const submit = (event?: Event) => {
    event?.preventDefault();
    box.current?.focus();
    if (closed || over || !text.trim()) return;
    pin(text.trim(), tags);
    setText("");
    typing.end();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
    if (event.key === "Escape" && card) leave?.();
  };

  if (full && !text.trim()) {
    return <p class="composer folded">{t("brainstorm.phone.all_written", { n: limit })}</p>;
  }
  return (
    <form class={`composer ${stockOf(activity)}`} onSubmit={submit}>
      <label class="vh" for="idea">
        {t("brainstorm.phone.your_idea")}
      </label>
      <textarea
        id="idea"
        ref={box}
        rows={3}
        value={text}
        placeholder={t("brainstorm.phone.placeholder")}
        aria-describedby="room-left"
        onInput={(event) => write(event.currentTarget.value)}
        onFocus={() => text.trim() && typing.begin(activity.id)}
        onBlur={() => typing.pause()}
        onKeyDown={onKeyDown}
      />
      {!card && (
        <Tags
          offered={activity.settings.tags as Record<string, string[]>}
          byMeasure={activity.settings.by_measure === true}
          chosen={tags}
          choose={setTags}
        />
      )}
      {closed && <p class="hint warn">{t("brainstorm.phone.closed_typing")}</p>}
      <div class="row">
        <span id="room-left" class={`hint num ${over ? "warn" : ""}`}>
          {left(t, length, most)}
        </span>
        {leave && (
          <button type="button" class="btn quiet" onClick={leave}>
            {t("phone.cancel")}
          </button>
        )}
        {withdraw && (
          <button type="button" class="btn" onClick={withdraw}>
            {t("brainstorm.phone.withdraw")}
          </button>
        )}
        {/* Taking the press keeps the focus, and with it the keyboard, in the box. */}
        <button
          type="submit"
          class="btn go"
          aria-disabled={closed || over || full}
          onMouseDown={(event) => event.preventDefault()}
        >
          {t(card ? "brainstorm.phone.save" : "brainstorm.phone.pin_it")}
        </button>
      </div>
    </form>
  );
}

/** How much room is left: to the length that reads well, then to what the wall takes, then how much is too much. */
function left(t: ReturnType<typeof useApp>["t"], length: number, most: number): string {
  const soft = Math.min(SOFT, most);
  if (length <= soft) return t("brainstorm.phone.left", { n: soft - length });
  if (length <= most) return t("brainstorm.phone.long", { n: most - length });
  return t("brainstorm.phone.too_long", { n: length - most });
}
