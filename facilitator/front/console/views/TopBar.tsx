/** The bar above: undo, who is here, what is saved, and the three keys for when something goes wrong. */

import type { Sector, Workshop } from "../../../../shared/web/front/records";
import { redoLast, toggleCover, toggleLock, togglePause, undoLast } from "../acts";
import { undoable } from "../undo";
import { BySector, clockOf, Key, Logo, useApp } from "../view";

export function TopBar({ workshop }: { workshop: Workshop }) {
  const { t } = useApp();
  return (
    <header class="c-top">
      <Logo />
      <h1 title={workshop.title}>{workshop.title}</h1>
      <UndoButtons />
      <span class="sp" />
      <People />
      <Saved />
      <Panic name="pause" sign="P" on={workshop.paused} />
      <Panic name="cover" sign="B" on={workshop.wall?.covered ?? false} />
      <Panic name="lock" sign="L" on={workshop.locked} />
      <p class="vh" role="status">
        {workshop.paused ? t("console.panic.pause_on") : ""} {workshop.wall?.covered ? t("console.panic.cover_on") : ""}
      </p>
    </header>
  );
}

const ACTS = { pause: togglePause, cover: toggleCover, lock: toggleLock };

function Panic({ name, sign, on }: { name: keyof typeof ACTS; sign: string; on: boolean }) {
  const app = useApp();
  return (
    <button
      type="button"
      class="btn small"
      aria-pressed={on}
      aria-keyshortcuts={sign}
      title={app.t(`console.panic.${name}_${on ? "on" : "off"}`)}
      onClick={() => ACTS[name](app)}
    >
      {app.t(`console.panic.${name}`)} <Key sign={sign} />
    </button>
  );
}

export function UndoButtons() {
  const app = useApp();
  const { t } = app;
  const { undo, redo } = undoable(app.board.acts, app.stuck.value);
  const words = (act: { verb: string; subject: string }) => `${t(`verbs.${act.verb}`)}${act.subject ? `: ${act.subject}` : ""}`;
  return (
    <>
      <button
        type="button"
        class="btn small c-undo"
        aria-disabled={!undo}
        aria-keyshortcuts="Control+Z"
        title={undo ? words(undo) : t("console.undo.nothing")}
        onClick={() => undoLast(app)}
      >
        <span aria-hidden="true">↶</span>
        <span class="cut">{undo ? t("console.undo.undo", { act: t(`verbs.${undo.verb}`) }) : t("console.undo.none")}</span>
      </button>
      {redo && (
        <button
          type="button"
          class="btn small quiet"
          aria-keyshortcuts="Control+Shift+Z"
          aria-label={t("console.undo.redo", { act: t(`verbs.${redo.verb}`) })}
          title={t("console.undo.redo", { act: words(redo) })}
          onClick={() => redoLast(app)}
        >
          <span aria-hidden="true">↷</span>
        </button>
      )}
    </>
  );
}

/** The funnel: how many have joined, how many of them are connected, and who they are. */
function People() {
  const app = useApp();
  const { presence } = app.board;
  const seats = presence?.seats ?? 0;
  const here = presence?.here ?? 0;
  return (
    <button
      type="button"
      class="stat"
      title={app.t("console.people.funnel", { n: seats, here })}
      onClick={() => {
        app.tab.value = "people";
      }}
    >
      <span class={here < seats ? "pin wait" : seats ? "pin ok" : "pin todo"} aria-hidden="true" />
      {app.t("console.people.here", { n: here, of: seats })}{" "}
      <BySector counts={(presence?.by_sector ?? {}) as Record<Sector, number>} />
    </button>
  );
}

export function Saved() {
  const { t, sender, link, boot } = useApp();
  const down = link.state !== "live";
  const saving = sender.pending > 0;
  const words = down ? t("console.save.down") : saving ? t("console.save.saving") : t("console.save.saved");
  const at = !down && !saving && sender.savedAt !== null ? clockOf(boot.language, sender.savedAt) : "";
  return (
    <span class="stat">
      <span class={down ? "pin" : saving ? "pin wait" : "pin ok"} aria-hidden="true" /> {words} <span class="num">{at}</span>
    </span>
  );
}
