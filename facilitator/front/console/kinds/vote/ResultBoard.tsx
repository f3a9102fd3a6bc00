/** The board on which a result lies: it scrolls, and keys reach it. */

import type { ComponentChildren } from "preact";
import { useApp } from "../../view";

export function ResultBoard({ children }: { children: ComponentChildren }) {
  const { t } = useApp();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it
    <section class="c-board" tabIndex={0} aria-label={t("vote.console.result")}>
      {children}
    </section>
  );
}
