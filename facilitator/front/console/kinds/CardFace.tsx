/** A card on the console: press to choose it, its menu for all else, its words changed in place. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { mergedInto, tagWords } from "../../../../shared/web/front/select";
import { hideCard } from "../acts";
import { onEnter, useApp } from "../view";
import { Menu } from "../views/Menu";
import { itemsFor } from "./cardItems";
import { Promote } from "./Promote";

interface Props {
  card: Card;
  /** The sorting that it may be moved in. */
  sorting?: Activity;
  stock: string;
  onPointerDown?(event: PointerEvent): void;
}

export function CardFace({ card, sorting, stock, onPointerDown }: Props) {
  const app = useApp();
  const { t, board } = app;
  const face = useRef<HTMLButtonElement>(null);
  const alike = mergedInto(board, card.id);
  const chosen = app.chosen.value.includes(card.id);
  const menu = app.cardMenu.value === card.id;
  const close = () => {
    if (app.cardMenu.peek() === card.id) app.cardMenu.value = null;
  };
  const classes = ["card", stock, alike.length && "stack", chosen && "sel", app.placements.moving(card.id) && "moving"];
  if (app.editing.value === card.id) {
    return (
      <li class={`card ${stock}`} data-hang={card.id}>
        <Rewording card={card} length={Number(board.get("activity", card.activity)?.settings.length ?? 500)} />
      </li>
    );
  }
  return (
    <li class={classes.filter(Boolean).join(" ")} data-hang={card.id}>
      <button
        ref={face}
        type="button"
        class="face"
        data-card={card.id}
        aria-pressed={chosen}
        onClick={() => app.choose(card.id)}
        onDblClick={() => {
          app.cardMenu.value = card.id;
        }}
        onPointerDown={onPointerDown}
        onContextMenu={(event) => {
          event.preventDefault();
          app.cardMenu.value = card.id;
        }}
      >
        {card.pinned && <span class="pin" role="img" aria-label={t("console.card.pinned")} />}
        <span class="tx">{card.text}</span>
        <Tags card={card} alike={alike.length} />
      </button>
      <span class="tools">
        {!sorting && (
          <button type="button" aria-label={`${t("console.card.hide")}: ${card.text}`} onClick={() => hideCard(app, card)}>
            {t("console.card.hide")}
          </button>
        )}
        <button
          type="button"
          aria-haspopup="menu"
          aria-label={`${t("console.card.more")}: ${card.text}`}
          onClick={() => {
            app.cardMenu.value = card.id;
          }}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      </span>
      {menu && face.current && <CardMenu card={card} sorting={sorting} anchor={face.current} close={close} />}
      {app.promoting.value === card.id && <Promote card={card} />}
    </li>
  );
}

function Tags({ card, alike }: { card: Card; alike: number }) {
  const { board, t } = useApp();
  const words = tagWords(board, card.tags);
  if (alike) words.unshift(t("console.card.alike", { n: alike + 1 }));
  if (card.channel === "console") words.push(t("console.card.typed"));
  if (board.get("finding", card.id)) words.push(t("findings.console.is_one"));
  return words.length ? <span class="meta tx">{words.join(" · ")}</span> : null;
}

function CardMenu({
  card,
  sorting,
  anchor,
  close,
}: {
  card: Card;
  sorting: Activity | undefined;
  anchor: HTMLElement;
  close(): void;
}) {
  const app = useApp();
  const [armed, setArmed] = useState(false);
  const items = itemsFor(app, card, sorting, armed, () => setArmed(true));
  return <Menu anchor={anchor} label={card.text} items={items} close={close} />;
}

function Rewording({ card, length }: { card: Card; length: number }) {
  const app = useApp();
  const { t } = app;
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const leave = () => {
    app.editing.value = null;
    setTimeout(() => document.querySelector<HTMLElement>(`[data-card="${card.id}"]`)?.focus(), 0);
  };
  const save = async () => {
    const text = box.current?.value.trim() ?? "";
    if (!text || text === card.text || (await app.act("card.reword", { card: card.id, text }, t("console.card.reworded"))))
      leave();
  };
  return (
    <>
      <textarea
        ref={box}
        class="in"
        rows={3}
        maxLength={length}
        aria-label={t("console.card.words")}
        defaultValue={card.text}
        onKeyDown={onEnter(() => void save(), leave)}
      />
      <span class="row">
        <button type="button" class="btn small go" onClick={() => void save()}>
          {t("common.save")}
        </button>
        <button type="button" class="btn small" onClick={leave}>
          {t("common.cancel")}
        </button>
      </span>
    </>
  );
}
