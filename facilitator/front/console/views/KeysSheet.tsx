import { KEY_LIST } from "../keys";
import { useApp } from "../view";
import { Dialog } from "./Dialog";

/** All keys, and the switch that turns the single ones off. */
export function KeysSheet({ close }: { close(): void }) {
  const { prefs, t } = useApp();
  return (
    <Dialog title={t("console.keys.title")} close={close}>
      <dl class="c-keys">
        {KEY_LIST.map(([sign, name]) => (
          <div key={name}>
            <dt>
              <kbd dir="ltr">{sign}</kbd>
            </dt>
            <dd>{t(`console.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label class="c-switch">
        <input
          type="checkbox"
          data-first
          checked={prefs.keys.value}
          onChange={(event) => prefs.set("keys", event.currentTarget.checked)}
        />
        {t("console.keys.switch")}
      </label>
      <p class="hint">{t("console.keys.hint")}</p>
    </Dialog>
  );
}
