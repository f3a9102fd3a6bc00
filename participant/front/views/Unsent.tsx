import type { Item } from "../../../shared/web/front/outbox";
import { useApp } from "../view";
import { Sheet } from "./Sheet";

/** What is on this phone only, item by item, with its state in words. */
export function Unsent({ close }: { close(): void }) {
  const { t, outbox, ballots, link } = useApp();
  const items = outbox.list().filter((item) => item.state !== "saved");
  const papers = ballots.unsent();
  return (
    <Sheet title={t("phone.unsent.title")} close={close}>
      {!items.length && !papers && <p class="hint">{t("phone.unsent.none")}</p>}
      {!outbox.safe && <p class="hint warn">{t("phone.unsent.memory")}</p>}
      <ul class="stack">
        {items.map((item) => (
          <Line key={item.id} item={item} />
        ))}
        {papers > 0 && (
          <li class="card white">
            {t("phone.unsent.ballots", { n: papers })}
            <p class="meta">
              <span class="pin wait" aria-hidden="true" /> {t("phone.item.waiting")}
            </p>
          </li>
        )}
      </ul>
      <div class="stack">
        {link.downSince !== null && (
          <button type="button" class="btn go wide" onClick={() => link.wake()}>
            {t("phone.unsent.try")}
          </button>
        )}
        <button type="button" class="btn wide" data-first onClick={close}>
          {t("phone.close")}
        </button>
      </div>
    </Sheet>
  );
}

function Line({ item }: { item: Item }) {
  const { t, outbox } = useApp();
  const refused = item.state === "refused";
  const text = String(item.args.text ?? item.args.title ?? "");
  return (
    <li class="card white">
      <span class="tx">{text || t(`phone.verb.${item.verb}`)}</span>
      <p class="meta">
        <span class={`pin ${refused ? "" : "wait"}`} aria-hidden="true" />
        {refused ? item.message : t(`phone.item.${item.state}`)}
      </p>
      {refused && (
        <button type="button" class="btn small" onClick={() => outbox.drop(item.id)}>
          {t("phone.unsent.drop")}
        </button>
      )}
    </li>
  );
}
