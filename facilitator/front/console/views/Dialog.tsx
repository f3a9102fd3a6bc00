/** A sheet in the middle: the focus goes in and comes back, Escape or a press outside leaves all as it is. */

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useApp } from "../view";

interface Props {
  title: string;
  close(): void;
  children: ComponentChildren;
  /** What the form does; without it there is nothing to save. */
  save?: { label: string; act(): void };
  /** What the other button is called, where closing takes nothing back. */
  leave?: string;
  wide?: boolean;
}

export function Dialog({ title, close, children, save, leave, wide = false }: Props) {
  const { t } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const here = dialog.current;
    here?.showModal();
    here?.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      here?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <dialog
      ref={dialog}
      class={wide ? "c-dialog wide" : "c-dialog"}
      aria-modal="true"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          save?.act();
        }}
      >
        <h2 id="dialog-title">{title}</h2>
        {children}
        <div class="acts">
          <button type="button" class="btn" onClick={close}>
            {leave ?? (save ? t("common.cancel") : t("console.close"))}
          </button>
          {save && (
            <button type="submit" class="btn go">
              {save.label}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}
