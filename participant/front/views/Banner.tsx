import { useEffect, useRef, useState } from "preact/hooks";
import { useApp, useTick } from "../view";

const CONNECTING_AFTER_MS = 2000;
const LOST_AFTER_MS = 10_000;
const BACK_FOR_MS = 4000;

/** What the connection does, once it does it for so long that people should know. */
export function ConnectionBanner() {
  const app = useApp();
  const { t, link, speech } = app;
  useTick(500, link.downSince !== null && link.state !== "ended");
  const down = link.downSince === null || link.state === "ended" ? 0 : app.timers.now() - link.downSince;
  const stage = down >= LOST_AFTER_MS ? "off" : down >= CONNECTING_AFTER_MS ? "re" : "";
  const back = useJustBack(stage !== "");
  const unsent = app.unsent();
  useEffect(() => {
    if (stage === "off" && unsent) speech.alert(t("phone.line.off_alert", { n: unsent }));
  }, [stage === "off" && unsent > 0]);
  useEffect(() => {
    if (back) speech.say(t("phone.line.back"), "line");
  }, [back]);
  if (stage === "off") {
    return (
      <section class="banner off" aria-label={t("phone.line.label")}>
        <span>
          <b>{t("phone.line.off")}</b> {unsent ? t("phone.line.off_kept", { n: unsent }) : t("phone.line.off_empty")}
        </span>
      </section>
    );
  }
  if (stage === "re") {
    return (
      <section class="banner re" aria-label={t("phone.line.label")}>
        {t("phone.line.connecting")}
      </section>
    );
  }
  if (!back) return null;
  return (
    <section class="banner back" aria-label={t("phone.line.label")}>
      {t("phone.line.back")}
    </section>
  );
}

/** True for four seconds after something that was shown as down is up again. */
function useJustBack(down: boolean): boolean {
  const was = useRef(false);
  const [back, setBack] = useState(false);
  useEffect(() => {
    if (down) {
      was.current = true;
      setBack(false);
      return undefined;
    }
    if (!was.current) return undefined;
    was.current = false;
    setBack(true);
    const timer = setTimeout(() => setBack(false), BACK_FOR_MS);
    return () => clearTimeout(timer);
  }, [down]);
  return back;
}

/** The room has gone on while a card is being written: nothing is taken away unasked. */
export function GoneOnBar({ goOn }: { goOn(): void }) {
  const { t, speech } = useApp();
  useEffect(() => speech.alert(t("phone.gone_on.text")), []);
  return (
    <section class="banner go-on" aria-label={t("phone.gone_on.label")}>
      <span>{t("phone.gone_on.text")}</span>
      <button type="button" class="btn" onClick={goOn}>
        {t("phone.gone_on.go")}
      </button>
    </section>
  );
}
