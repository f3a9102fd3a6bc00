/** What was done, newest first; each act can be taken back unless somebody has built on it. */

import type { Act } from "../../../../shared/web/front/records";
import { byFacilitator, undoneOf } from "../undo";
import { clockOf, useApp } from "../view";

const SHOWN = 60;
const OWN = /^seat\.(joined|changed|moved)$/; // people's own acts stay theirs
const BY_ALL = /^card\.(settled|contested|unplaced|not_understood)$/; // what several people's taps came to

export function History() {
  const { board, boot, t } = useApp();
  const undone = undoneOf(board.acts);
  const acts = [...board.acts].reverse().slice(0, SHOWN);
  return (
    <>
      {acts.length === 0 && <p class="empty">{t("console.history.empty")}</p>}
      <ol class="acts-list">
        {acts.map((act) => (
          <Line key={act.version} act={act} undone={undone.has(act.version)} />
        ))}
      </ol>
      <a href={boot.urls.history}>{t("console.history.all")}</a>
    </>
  );
}

function Line({ act, undone }: { act: Act; undone: boolean }) {
  const app = useApp();
  const { t, boot } = app;
  const nameless = BY_ALL.test(act.verb) && act.role === "system" ? "common.by_all" : "common.by_room";
  const by = act.by || t(byFacilitator(act) ? "common.by_facilitator" : nameless);
  const what = t(`verbs.${act.verb}`);
  const mayUndo = !undone && !OWN.test(act.verb);
  return (
    <li class={undone ? "undone" : ""}>
      <p>
        <span class="num">{clockOf(boot.language, act.at)}</span> {by} {what}
        {act.undoes !== null && <span class="chip">{t("console.history.undoing")}</span>}
        {undone && <span class="chip">{t("console.history.undone")}</span>}
        {act.subject && <q class="tx">{act.subject}</q>}
        {act.reason && <small class="tx">{act.reason}</small>}
      </p>
      {mayUndo && (
        <button
          type="button"
          class="btn small quiet"
          aria-label={t("console.history.undo_act", { act: what, subject: act.subject })}
          onClick={() => void app.undo(act.version)}
        >
          {t("console.history.undo")}
        </button>
      )}
    </li>
  );
}
