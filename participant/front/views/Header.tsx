import { useState } from "preact/hooks";
import { workshopOf } from "../../../shared/web/front/select";
import { useApp, useTick } from "../view";
import { Mark } from "./shapes";
import { Unsent } from "./Unsent";

const SHORT_PLACE = 28;

export function Header({ page, go }: { page: string; go(page: string): void }) {
  const { board, t } = useApp();
  const workshop = workshopOf(board);
  const place = workshop?.place && workshop.place.length <= SHORT_PLACE ? workshop.place : workshop?.title;
  const here = page === "me";
  return (
    <header class="ph-top">
      <Mark />
      <h1 class="tx">{place ?? t("phone.name")}</h1>
      <SaveState />
      <button
        type="button"
        class="icon-btn"
        aria-label={here ? t("phone.menu.close") : t("phone.menu.open")}
        aria-expanded={here}
        onClick={() => go(here ? "" : "me")}
      >
        <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
          <path class="stroke" d={here ? "M6 6l12 12M18 6L6 18" : "M4 6h16M4 12h16M4 18h10"} />
        </svg>
      </button>
    </header>
  );
}

/** A pin and a word: whether all that was written is safe. A tap lists what is not. */
function SaveState() {
  const app = useApp();
  const { t, link, outbox } = app;
  const [open, setOpen] = useState(false);
  useTick(1000, link.downSince !== null);
  const refused = outbox.list().filter((item) => item.state === "refused").length;
  const unsent = app.unsent();
  const down = link.downSince !== null && app.timers.now() - link.downSince > 2000;
  const flying = outbox.list().some((item) => item.state === "sending" || item.state === "keeping");
  let [pin, words] = ["ok", t("phone.save.saved")];
  if (refused) [pin, words] = ["", t("phone.save.refused", { n: refused })];
  else if (unsent && (down || !flying)) [pin, words] = ["wait", t("phone.save.kept", { n: unsent })];
  else if (unsent) [pin, words] = ["wait", t("phone.save.saving")];
  else if (down) [pin, words] = ["wait", t("phone.save.connecting")];
  return (
    <>
      <button type="button" class="saved" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span class={`pin ${pin}`} aria-hidden="true" />
        {words}
      </button>
      {open && <Unsent close={() => setOpen(false)} />}
    </>
  );
}
