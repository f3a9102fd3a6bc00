/** Keep what people wrote off all screens: a text that is seen, or one that nobody has seen yet; and show it again. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

const MOST = 200; // characters

/** Hide a text by writing it, whether anybody wrote it or not: before the reveal nobody knows. */
export function HideUnseen({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const close = () => {
    setOpen(false);
    setText("");
  };
  const save = async () => {
    if (!text.trim() || (await app.act("answer.hide", { activity: step.id, text }, t("poll.console.hidden")))) close();
  };
  if (step.phase === "draft" || step.phase === "confirmed") return null;
  return (
    <>
      <button type="button" class="btn small" onClick={() => setOpen(true)}>
        {t("poll.console.hide_unseen")}
      </button>
      {open && (
        <Dialog
          title={t("poll.console.hide_unseen")}
          close={close}
          save={{ label: t("poll.console.hide"), act: () => void save() }}
        >
          <label class="fld">
            <span>{t("poll.console.hide_text")}</span>
            <input class="in" data-first maxLength={MOST} value={text} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <p class="hint">{t("poll.console.hide_hint")}</p>
          {step.result == null && <Hidden step={step} />}
        </Dialog>
      )}
    </>
  );
}

/** The key beside a text that is seen. */
export function Hide({ step, text }: { step: Activity; text: string }) {
  const app = useApp();
  const { t } = app;
  return (
    <button
      type="button"
      class="btn small c-hide"
      aria-label={t("poll.console.hide_this", { text })}
      title={t("poll.console.hide")}
      onClick={() => void app.act("answer.hide", { activity: step.id, text }, t("poll.console.hidden"))}
    >
      ×
    </button>
  );
}

/** What is hidden, each to be shown again. */
export function Hidden({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const hidden = step.hidden ?? [];
  if (!hidden.length) return null;
  return (
    <section class="c-hidden" aria-label={t("poll.console.hidden_title")}>
      <h3>{t("poll.console.hidden_title")}</h3>
      <ul>
        {hidden.map((text) => (
          <li key={text}>
            <s class="tx">{text}</s>
            <button
              type="button"
              class="btn small"
              aria-label={t("poll.console.restore_this", { text })}
              onClick={() => void app.act("answer.restore", { activity: step.id, text }, t("poll.console.restored"))}
            >
              {t("poll.console.restore")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
