import { useState } from "preact/hooks";
import type { Activity, Measure } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { type Answer, ownAnswer } from "../../voices";
import { AnswerCard } from "./Answers";
import { Questions } from "./Questions";
import { SaySheet } from "./SaySheet";

interface Props {
  activity: Activity;
  who: string;
  answers: readonly Answer[];
}

/** An interest, or an objection, about each measure; who has said so stands beneath it. */
export function ByMeasure({ activity, who, answers }: Props) {
  const { t, board } = useApp();
  const [about, setAbout] = useState<Measure | null>(null);
  const open = activity.phase === "open";
  const measures = board.all("measure").sort(byPosition);
  if (!measures.length) return <p class="empty">{t("named.phone.no_measures")}</p>;
  return (
    <>
      {open && !who && <p class="hint">{t("named.phone.name_first")}</p>}
      {measures.map((measure) => {
        const said = answers.filter((answer) => answer.measure === measure.id);
        const own = ownAnswer(said, measure.id);
        return (
          <section key={measure.id} class="card white nm-measure">
            <h3 class="part tx">{measure.title}</h3>
            {activity.kind === "gate" && <Questions measure={measure} />}
            {said.length > 0 && (
              <ul class="stack">
                {said.map((answer) => (
                  <AnswerCard key={answer.id} activity={activity} answer={answer} />
                ))}
              </ul>
            )}
            {open && !own && (
              <button
                type="button"
                class="btn wide"
                aria-disabled={!who}
                aria-label={`${t(`named.phone.${activity.kind}.say`)}: ${measure.title}`}
                onClick={() => who && setAbout(measure)}
              >
                {t(`named.phone.${activity.kind}.say`)}
              </button>
            )}
          </section>
        );
      })}
      {about && open && <SaySheet activity={activity} measure={about} who={who} close={() => setAbout(null)} />}
    </>
  );
}
