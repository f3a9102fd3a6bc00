/** Set a measure aside by the room's decision, with its reason, and take it back. The machine never does it by itself. */

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Measure } from "../../../../../shared/web/front/records";
import { onEnter, useApp } from "../../view";

/** Why a measure is set aside, and the way back; else, where it may be done here, the way to set it aside. */
export function Parked({ measure, park }: { measure: Measure | undefined; park?: () => void }) {
  const app = useApp();
  const { t } = app;
  if (!measure) return null;
  if (!measure.parked) {
    return !park ? null : (
      <button type="button" class="btn small" aria-label={t("scores.console.park_of", { title: measure.title })} onClick={park}>
        {t("scores.console.park")}
      </button>
    );
  }
  return (
    <span class="c-parked">
      <small>{t("scores.console.parked", { reason: measure.parked })}</small>
      <button
        type="button"
        class="btn small"
        aria-label={t("scores.console.unpark_of", { title: measure.title })}
        onClick={() =>
          void app.act("measure.unpark", { measure: measure.id }, t("scores.console.unparked", { title: measure.title }))
        }
      >
        {t("scores.console.unpark")}
      </button>
    </span>
  );
}

export function ParkForm({ measure: id, close }: { measure: string; close(): void }) {
  const app = useApp();
  const { board, t } = app;
  const [reason, setReason] = useState("");
  const box = useRef<HTMLInputElement>(null);
  const field = useId();
  useEffect(() => box.current?.focus(), []);
  const title = board.get("measure", id)?.title ?? "";
  const park = async () => {
    const words = reason.trim();
    if (!words) return box.current?.focus();
    if (await app.act("measure.park", { measure: id, reason: words }, t("scores.console.parked_said", { title }))) close();
    return undefined;
  };
  return (
    <section class="panel c-park" aria-label={t("scores.console.park_of", { title })}>
      <label for={field}>{t("scores.console.park_why", { title })}</label>
      <div class="c-type">
        <input
          ref={box}
          id={field}
          class="in"
          maxLength={200}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          onKeyDown={onEnter(() => void park())}
        />
        <button type="button" class="btn small" onClick={() => void park()}>
          {t("scores.console.park")}
        </button>
        <button type="button" class="btn small quiet" onClick={close}>
          {t("scores.console.park_not")}
        </button>
      </div>
    </section>
  );
}
