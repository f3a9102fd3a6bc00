import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Shape } from "../../views/shapes";
import type { Answer } from "../../voices";

interface Props {
  activity: Activity;
  answers: readonly Answer[];
}

/** Who has answered what, in the order in which they did. */
export function Answers({ activity, answers }: Props) {
  const { t } = useApp();
  if (!answers.length) return <p class="empty">{t("named.phone.nobody")}</p>;
  return (
    <section aria-label={t("named.phone.answers", { n: answers.length })}>
      <h3 class="part">{t("named.phone.answers", { n: answers.length })}</h3>
      <ul class="stack">
        {answers.map((answer) => (
          <AnswerCard key={answer.id} activity={activity} answer={answer} />
        ))}
      </ul>
    </section>
  );
}

/** One answer by name; one's own about a measure can be taken back while the step is open. */
export function AnswerCard({ activity, answer }: { activity: Activity; answer: Answer }) {
  const app = useApp();
  const { t } = app;
  const about = answer.measure !== null;
  const told = activity.kind === "resolution" ? t(`named.phone.resolution.${answer.answer}`) : "";
  return (
    <li class={answer.own ? "card yellow" : "card white"}>
      <span class="nm-who">
        {answer.sector && (
          <>
            <Shape sector={answer.sector} />
            <span class="vh">{t(`common.sector.${answer.sector}`)} </span>
          </>
        )}
        <b class="tx">{answer.who}</b>
        {told && <span class="chip">{told}</span>}
      </span>
      {answer.word && <div class="tx">{answer.word}</div>}
      {answer.state !== "saved" && <p class="hint">{t("phone.save.saving")}</p>}
      {about && answer.own && activity.phase === "open" && (
        <button type="button" class="link-btn" onClick={() => void app.do("voice.take_back", { voice: answer.id })}>
          {t("named.phone.take_back")}
        </button>
      )}
    </li>
  );
}
