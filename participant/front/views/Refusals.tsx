import { useEffect } from "preact/hooks";
import type { Item } from "../../../shared/web/front/outbox";
import { useApp } from "../view";

/** What the server has not taken of the given verbs, in the words that were written, and why. */
export function Refusals({ verbs }: { verbs: ReadonlySet<string> }) {
  const { outbox, speech } = useApp();
  const refused = outbox.list().filter((item) => item.state === "refused" && verbs.has(item.verb));
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
  const { card, title, what, value, remark, statement, sheet, answers } = item.args as Record<string, string> & {
    sheet?: object;
    answers?: object;
  };
  const text = board.get("card", card)?.text ?? title ?? what ?? value ?? remark ?? statement;
  return (
    <li class="card rose slip">
      <span class="tx">{text ?? Object.values(sheet ?? answers ?? {}).join(" · ")}</span>
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
