import type { Toast } from "../toasts";
import { useApp } from "../view";

/** What was done, with a way back for ten seconds; the same way back stands in the top bar. */
export function Toasts() {
  const app = useApp();
  const { t, toasts } = app;
  const takeBack = async (toast: Toast) => {
    toasts.close(toast.id);
    for (const version of [...toast.versions].reverse()) if (!(await app.undo(version))) return;
    toasts.say(t("console.toast.taken_back"));
  };
  return (
    <div class="toasts" role="status">
      {toasts.shown.value.map((toast) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only keeps it from going
        <div
          key={toast.id}
          class={toast.warning ? "toast warn" : "toast"}
          onMouseEnter={() => toasts.hold(toast.id)}
          onMouseLeave={() => toasts.release(toast.id)}
          onFocusIn={() => toasts.hold(toast.id)}
          onFocusOut={() => toasts.release(toast.id)}
        >
          <span class="tx">{toast.text}</span>
          {toast.versions.length > 0 && (
            <button type="button" class="btn" onClick={() => void takeBack(toast)}>
              {t("console.toast.undo")}
            </button>
          )}
          <button type="button" class="btn close" aria-label={t("console.close")} onClick={() => toasts.close(toast.id)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </div>
  );
}
