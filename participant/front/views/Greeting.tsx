import { useEffect, useState } from "preact/hooks";
import { useApp } from "../view";
import { Shape } from "./shapes";

const SHOWN_MS = 10_000;

/** On the first visit: one is in, and as what; a slip of the thumb is mended at once. The page "You" mends it later. */
export function Greeting({ change }: { change(): void }) {
  const app = useApp();
  const { t, speech } = app;
  const seat = app.seat();
  const [shown, setShown] = useState(!app.greeted);
  useEffect(() => {
    if (!seat || !shown) return undefined;
    speech.say(t("phone.me.you_are", { sector: t(`common.sector.${seat.sector}`) }));
    void app.greet();
    const timer = setTimeout(() => setShown(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [seat !== undefined]);
  if (!seat || !shown) return null;
  const leave = () => {
    setShown(false);
    change();
  };
  return (
    <section class="toasts" aria-label={t("phone.me.title")}>
      <div class="toast">
        <span class="sec">
          <Shape sector={seat.sector} />
          {t("phone.me.you_are", { sector: t(`common.sector.${seat.sector}`) })}
        </span>
        <button type="button" class="btn small" onClick={leave}>
          {t("phone.me.change_sector")}
        </button>
      </div>
    </section>
  );
}
