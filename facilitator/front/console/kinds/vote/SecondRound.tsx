/** The same vote once more, after the room has talked. */

import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import { agendaOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";

export function SecondRound({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  if (agendaOf(board).some((other) => other.source === step.id && other.kind === step.kind)) return null;
  const make = () => void app.act("activity.again", { activity: step.id, again: newId() }, t("vote.console.again_made"));
  return (
    <button type="button" class="btn small" onClick={make}>
      {t("vote.console.again")}
    </button>
  );
}
