import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  title: string;
  close(): void;
  children: ComponentChildren;
}

const REACHED = "button, a[href], input, select, textarea";

/** A sheet from below: the focus goes in and comes back, Escape or a tap outside leaves all as it is. */
export function Sheet({ title, close, children }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    const here = sheet.current;
    (here?.querySelector<HTMLElement>("[data-first]") ?? here?.querySelector<HTMLElement>("h2"))?.focus();
    return () => before?.isConnected && before.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    if (event.key === "Tab" && sheet.current) keepInside(event, sheet.current);
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a tap outside is a second way; Escape and the buttons are the first
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <div class="scrim" onClick={(event) => event.target === event.currentTarget && close()}>
      <div ref={sheet} class="sheet" role="dialog" aria-modal="true" aria-labelledby="sheet-title" onKeyDown={onKeyDown}>
        <h2 id="sheet-title" tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </div>
  );
}

function keepInside(event: KeyboardEvent, sheet: HTMLElement): void {
  const reached = [...sheet.querySelectorAll<HTMLElement>(REACHED)].filter((element) => !element.hasAttribute("disabled"));
  const first = reached[0];
  const last = reached[reached.length - 1];
  if (!first || !last) return;
  const at = document.activeElement;
  if (event.shiftKey && (at === first || !sheet.contains(at) || at?.tagName === "H2")) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && at === last) {
    event.preventDefault();
    first.focus();
  }
}
