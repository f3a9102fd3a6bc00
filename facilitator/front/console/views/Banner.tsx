/** Tells when the line is lost and when it is back; short breaks are not worth a word. */

import { useEffect, useRef, useState } from "preact/hooks";
import { useApp, useTick } from "../view";

const CONNECTING_AFTER = 2000;
const LOST_AFTER = 10_000;
const BACK_FOR = 4000;

export function Banner() {
  const { link, timers, t } = useApp();
  const since = link.downSince;
  useTick(1000, since !== null);
  const lost = since === null ? 0 : timers.now() - since;
  const [back, setBack] = useState(false);
  const told = useRef(false);
  useEffect(() => {
    if (lost >= CONNECTING_AFTER) told.current = true;
    if (lost === 0 && told.current) {
      told.current = false;
      setBack(true);
      const timer = setTimeout(() => setBack(false), BACK_FOR);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [lost]);
  const state = lost >= LOST_AFTER ? "off" : lost >= CONNECTING_AFTER ? "re" : back ? "back" : null;
  return (
    <div role={state === "off" ? "alert" : undefined}>
      {state && <p class={`banner ${state}`}>{t(`console.line.${state}`)}</p>}
    </div>
  );
}
