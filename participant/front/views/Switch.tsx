import { useState } from "preact/hooks";
import type { Setting } from "../settings";
import { useApp } from "../view";

/** A setting of this phone that is on or off. */
export function Switch({ setting }: { setting: Setting }) {
  const { t, settings } = useApp();
  const [on, setOn] = useState(settings.get(setting));
  const turn = () => {
    settings.set(setting, !on);
    setOn(!on);
  };
  return (
    <button type="button" role="switch" aria-checked={on} onClick={turn}>
      <span class="what">{t(`phone.me.${setting}`)}</span>
      <span aria-hidden="true">{t(on ? "phone.on" : "phone.off")}</span>
    </button>
  );
}
