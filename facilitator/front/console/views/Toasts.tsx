import type { Toast } from "../toasts";
import { useApp } from "../view";

/** What was done, with a way back for ten seconds; the same way back stands in the top bar. */
export function Toasts() {
  const app = useApp();
  const { t, toasts } = app;
  const undo = (toast: Toast) => {
    toasts.close(toast.id);
    if (toast.version !== undefined)
      void app.undo(toast.version).then((taken) => taken && toasts.say(t("console.toast.taken_back")));
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
          {toast.version !== undefined && (
            <button type="button" class="btn" onClick={() => undo(toast)}>
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
