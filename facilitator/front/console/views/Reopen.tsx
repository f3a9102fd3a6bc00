import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../view";
import { Dialog } from "./Dialog";

/** Open a step again; the minutes tell why. */
export function Reopen({ step, close }: { step: Activity; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [reason, setReason] = useState("");
  const save = async () => {
    if (!reason.trim()) return;
    if (await app.act("activity.reopen", { activity: step.id, reason: reason.trim() }, t("console.reopen.done"))) close();
  };
  return (
    <Dialog title={t("console.reopen.title")} close={close} save={{ label: t("console.reopen.act"), act: () => void save() }}>
      <label class="fld">
        <span>{t("console.reopen.reason")}</span>
        <input
          class="in"
          data-first
          required
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <p class="hint">{t("console.reopen.hint")}</p>
    </Dialog>
  );
}
