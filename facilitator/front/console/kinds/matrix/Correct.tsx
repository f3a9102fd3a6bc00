/** Put a corrected rating beside the vote, with its reason; the vote stays as it was counted. */

import { useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import { amendmentOf, type MatrixItem, signed } from "../../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

const RATINGS = [-3, -2, -1, 0, 1, 2, 3];

export function Correct({ step, item, close }: { step: Activity; item: MatrixItem; close(): void }) {
  const app = useApp();
  const { board, t } = app;
  const before = amendmentOf(board, step, item.id);
  const [rating, setRating] = useState(before?.rating ?? null);
  const [reason, setReason] = useState(before?.reason ?? "");
  const save = async () => {
    const args = { activity: step.id, amendment: newId(), factor: item.id, rating, reason: reason.trim() };
    if (await app.act("matrix.correct", args, t("matrix.console.correct_done"))) close();
  };
  return (
    <Dialog
      title={t("matrix.console.correct_title", { factor: t(`factors.words.${item.id}`) })}
      close={close}
      save={{ label: t("common.save"), act: () => void save() }}
    >
      <p>{t("matrix.console.correct_text", { value: signed(item.median), n: item.n })}</p>
      <label class="fld">
        <span>{t("matrix.console.corrected")}</span>
        <select
          class="in"
          data-first
          value={rating === null ? "" : String(rating)}
          onChange={(event) => setRating(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
        >
          <option value="">{t("matrix.console.no_correction")}</option>
          {RATINGS.map((value) => (
            <option key={value} value={value}>
              {signed(value)}
            </option>
          ))}
        </select>
      </label>
      <label class="fld">
        <span>{t("matrix.console.reason")}</span>
        <input
          class="in"
          required={rating !== null}
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}
