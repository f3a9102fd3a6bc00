import { useEffect } from "preact/hooks";
import type { Item } from "../../../../shared/web/front/outbox";
import { SORTING_VERBS } from "../../sorting";
import { useApp } from "../../view";

/** Somebody was quicker: the card hangs where it hangs, and a word tells why. */
export function Refusals() {
  const { outbox, speech } = useApp();
  const refused = outbox.list().filter((item) => item.state === "refused" && SORTING_VERBS.has(item.verb));
  const newest = refused[refused.length - 1];
  useEffect(() => {
    if (newest?.message) speech.alert(newest.message);
  }, [newest?.id]);
  if (!refused.length) return null;
  return (
    <ul class="stack">
      {refused.map((item) => (
        <Slip key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Slip({ item }: { item: Item }) {
  const { t, board, outbox } = useApp();
  const text = board.get("card", String(item.args.card ?? ""))?.text ?? String(item.args.title ?? "");
  return (
    <li class="card rose slip">
      <span class="tx">{text}</span>
      <div class="meta">
        <span class="pin" aria-hidden="true" />
        <span>{item.message}</span>
        <button type="button" class="link-btn" onClick={() => outbox.drop(item.id)}>
          {t("phone.all_right")}
        </button>
      </div>
    </li>
  );
}
