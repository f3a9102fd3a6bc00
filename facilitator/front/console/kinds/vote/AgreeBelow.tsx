import { useState } from "preact/hooks";
import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

interface Props {
  step: Activity;
  lacks: { need: number; cast: number };
  close(): void;
}

/** Agree on a result that lacks its quorum; the minutes tell why. */
export function AgreeBelow({ step, lacks, close }: Props) {
  const app = useApp();
  const { t } = app;
  const [reason, setReason] = useState("");
  const save = async () => {
    const args = { activity: step.id, reason: reason.trim() };
    if (args.reason && (await app.act("activity.confirm", args, t("vote.console.below.done")))) close();
  };
  return (
    <Dialog
      title={t("vote.console.below.title")}
      close={close}
      save={{ label: t("vote.console.below.act"), act: () => void save() }}
    >
      <p>{t("vote.console.below.text", lacks)}</p>
      <label class="fld">
        <span>{t("vote.console.below.reason")}</span>
        <input
          class="in"
          data-first
          required
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}
