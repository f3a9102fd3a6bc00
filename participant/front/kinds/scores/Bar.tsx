import { useApp } from "../../view";

interface Props {
  page: number;
  pages: number;
  /** Questions that are still open. */
  open: number;
  /** Whether the role is told, where one is asked for. */
  role: boolean;
  turn(to: number): void;
  /** Go to the first open question. */
  jump(): void;
}

/** Back and on, and how much is still open; a tap on that leads to the first open question. */
export function Bar({ page, pages, open, role, turn, jump }: Props) {
  const { t } = useApp();
  return (
    <div class="ph-act">
      {pages > 1 && (
        <button type="button" class="btn narrow-btn" aria-disabled={page === 0} onClick={() => page > 0 && turn(page - 1)}>
          {t("scores.phone.back")}
        </button>
      )}
      {open || !role ? (
        <button type="button" class="btn" onClick={jump}>
          <span class="num">{t(open ? "scores.phone.to_go" : "scores.phone.role_to_go", { n: open })}</span>
        </button>
      ) : (
        <p class="tray">
          <span class="pin ok" /> <b>{t("scores.phone.all_done")}</b>
        </p>
      )}
      {pages > 1 && (
        <button
          type="button"
          class="btn narrow-btn primary"
          aria-disabled={page === pages - 1}
          onClick={() => page < pages - 1 && turn(page + 1)}
        >
          {t("scores.phone.next")}
        </button>
      )}
    </div>
  );
}
