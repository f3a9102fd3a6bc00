import "../css/evaluation.css";
import { useState } from "preact/hooks";
import { partOf, rateOf, rateWords, timeOf } from "../../../shared/web/front/evaluation";
import type { Activity } from "../../../shared/web/front/records";
import { evaluated } from "../evaluations";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { CheckForm } from "./evaluation/CheckForm";
import { FactsForm } from "./evaluation/FactsForm";
import { Reading } from "./evaluation/Reading";
import { WorthForm } from "./evaluation/WorthForm";

const VERBS = new Set(["measure.report", "measure.check", "measure.take"]);

/** What became of the measures: to read for all, to fill in for whoever stands for one. */
export function Evaluation({ activity }: { activity: Activity }) {
  const { t, board, outbox, typing } = useApp();
  const [edited, setEdited] = useState<string | null>(null);
  if (activity.phase === "draft") return <Waiting />;
  const part = partOf(activity);
  const open = activity.phase === "open";
  const fills = open && part !== "dates";
  const measures = evaluated(board, outbox.list(), activity);
  const now = fills ? measures.find((measure) => measure.own && measure.id === edited) : undefined;
  const leave = () => {
    typing.end();
    setEdited(null);
  };
  if (now && part === "facts") return <FactsForm activity={activity} measure={now} leave={leave} />;
  if (now && part === "worth") return <WorthForm activity={activity} measure={now} leave={leave} />;
  if (now) return <CheckForm activity={activity} measure={now} leave={leave} />;
  const own = fills ? measures.filter((measure) => measure.own) : [];
  const others = measures.filter((measure) => !own.includes(measure));
  return (
    <>
      <Strip activity={activity} mode={t(open ? `evaluation.phone.${part}` : "evaluation.phone.over")} done={!open} />
      <Refusals verbs={VERBS} />
      {fills && <p class="hint">{t("evaluation.phone.hint")}</p>}
      {part === "check" && <p class="wait-line num">{rateWords(t, rateOf(measures, timeOf(activity)))}</p>}
      {own.length > 0 && (
        <section aria-labelledby="own-measures">
          <h3 id="own-measures" class="part">
            {t("evaluation.phone.own")}
          </h3>
          <div class="stack">
            {own.map((measure) => (
              <button type="button" key={measure.id} class="choice" onClick={() => setEdited(measure.id)}>
                <span class="name tx">{measure.title}</span>
              </button>
            ))}
          </div>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="all-measures">
          <h3 id="all-measures" class="part">
            {t("evaluation.phone.others")}
          </h3>
          <div class="stack">
            {others.map((measure) => (
              <Reading key={measure.id} activity={activity} measure={measure} takes={fills && !measure.own} />
            ))}
          </div>
        </section>
      )}
      {measures.length === 0 && <p class="empty">{t("evaluation.phone.none")}</p>}
    </>
  );
}
