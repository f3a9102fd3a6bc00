import { useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { byPosition } from "../../../shared/web/front/select";
import { type Line, linesOf } from "../pledges";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { Lines } from "./pledging/Lines";
import { PledgeSheet } from "./pledging/PledgeSheet";

const VERBS = new Set(["pledge.write", "pledge.drop"]);

/** The plan of action and the commitments: who does what by when with what, open and named, measure by measure. */
export function Pledging({ activity }: { activity: Activity }) {
  const { t, board, outbox } = useApp();
  const [edited, setEdited] = useState<Line | { measure: string | null } | null>(null);
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const words = `${activity.kind}.phone`;
  const lines = linesOf(board, outbox.list(), activity.id).filter((line) => line.state !== "refused" || line.own);
  const measures = board.all("measure").sort(byPosition);
  const apart = lines.filter((line) => !board.get("measure", line.measure));
  return (
    <>
      <Strip activity={activity} mode={t(open ? `${words}.open` : `${words}.over`)} done={!open} />
      {open && <p class="hint">{t(`${words}.hint`)}</p>}
      <Refusals verbs={VERBS} />
      {measures.map((measure) => (
        <Lines
          key={measure.id}
          activity={activity}
          measure={measure}
          lines={lines.filter((line) => line.measure === measure.id)}
          edit={setEdited}
        />
      ))}
      {(apart.length > 0 || measures.length === 0) && <Lines activity={activity} measure={null} lines={apart} edit={setEdited} />}
      {open && (
        <div class="ph-act">
          <button type="button" class="btn go" onClick={() => setEdited({ measure: null })}>
            {t(`${words}.add`)}
          </button>
        </div>
      )}
      {edited && open && <PledgeSheet activity={activity} start={edited} close={() => setEdited(null)} />}
    </>
  );
}
