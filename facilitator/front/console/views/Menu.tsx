/** A list of acts beside what it is about: arrows walk, Enter acts, Escape leaves and the focus goes back. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

export interface Item {
  label: ComponentChildren;
  /** A key that acts at once, shown beside. */
  sign?: string;
  danger?: boolean;
  /** Where the act has two taps: the menu stays open after the first. */
  stays?: boolean;
  act(): void;
}

interface Props {
  anchor: HTMLElement;
  label: string;
  items: readonly (Item | null)[];
  close(): void;
}

export function Menu({ anchor, label, items, close }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  // Before the next key can come, not after the next picture: "M 2" typed fast is meant for the list.
  useLayoutEffect(() => {
    menu.current?.querySelector("button")?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [close]);
  useLayoutEffect(() => {
    const here = menu.current;
    if (!here) return;
    const from = anchor.getBoundingClientRect();
    const size = here.getBoundingClientRect();
    here.style.left = `${Math.max(8, Math.min(from.left, innerWidth - size.width - 8))}px`;
    const below = from.bottom + 4;
    here.style.top = `${below + size.height > innerHeight - 8 ? Math.max(8, from.top - size.height - 4) : below}px`;
  });
  const leave = () => {
    close();
    if (anchor.isConnected) anchor.focus();
  };
  const run = (item: Item) => {
    item.act();
    if (!item.stays) leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const buttons = [...(menu.current?.querySelectorAll<HTMLElement>("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 };
    const to = steps[event.key];
    const signed = items.find((item) => item?.sign && item.sign.toLowerCase() === event.key.toLowerCase());
    if (to !== undefined) buttons[(to + buttons.length) % buttons.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") leave();
    else if (signed && !event.ctrlKey && !event.metaKey) run(signed);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={menu} class="movemenu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item, place) =>
        item ? (
          // The list stands still while it is open.
          <button
            key={place}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={item.danger ? "danger" : ""}
            onClick={() => run(item)}
          >
            <span class="tx">{item.label}</span>
            {item.sign && (
              <i class="kbd" aria-hidden="true">
                {item.sign}
              </i>
            )}
          </button>
        ) : (
          // The list stands still while it is open.
          <hr key={place} />
        ),
      )}
    </div>
  );
}
