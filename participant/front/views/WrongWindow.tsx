import { useState } from "preact/hooks";
import { useApp } from "../view";
import { Sheet } from "./Sheet";

/** A window that keeps nothing, as the one that opens by itself in a Wi-Fi without Internet: said before anything is typed. */
export function WrongWindow() {
  const { t, outbox } = useApp();
  const [open, setOpen] = useState(!outbox.safe);
  if (!open) return null;
  return (
    <Sheet title={t("phone.window.title")} close={() => setOpen(false)}>
      <p>{t("phone.window.text")}</p>
      <ol class="steps">
        <li>{t("phone.window.close")}</li>
        <li>{t("phone.window.scan")}</li>
      </ol>
      <button type="button" class="btn wide" data-first onClick={() => setOpen(false)}>
        {t("phone.window.stay")}
      </button>
    </Sheet>
  );
}
