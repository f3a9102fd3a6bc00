import { useEffect, useRef, useState } from "preact/hooks";
import { isFinding, questionsFor, wordsOf } from "../../../../shared/web/front/interviews";
import type { Activity, Point } from "../../../../shared/web/front/records";
import type { OwnInterview } from "../../interviews";
import { useApp } from "../../view";
import { PointForm } from "./PointForm";

interface Props {
  activity: Activity;
  interview: OwnInterview;
  change(): void;
  leave(): void;
}

/** One question after another; what was noted stands beneath each, to be changed or taken out. */
export function Asking({ activity, interview, change, leave }: Props) {
  const { t, drafts } = useApp();
  const place = `form/question-${interview.id}`;
  const questions = questionsFor(activity, interview.group);
  const [key, setKey] = useState(() => drafts.get(place));
  const [edited, setEdited] = useState<Point | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) head.current?.focus();
    moved.current = true;
  }, [key]);
  const at = Math.max(
    0,
    questions.findIndex((question) => question.key === key),
  );
  const question = questions[at];
  const goTo = (n: number) => {
    const next = questions[n];
    setEdited(null);
    if (!next) return leave();
    drafts.set(place, next.key);
    drafts.flush();
    setKey(next.key);
    window.scrollTo(0, 0);
  };
  const who = [t(`interview.words.group.${interview.group}`), interview.line_of_work, interview.place].filter(Boolean);
  const points = interview.answers.filter((point) => point.question === question?.key);
  return (
    <>
      <p class="iv-who">
        <b class="tx">{who.join(" · ")}</b>
        <button type="button" class="link-btn" onClick={change}>
          {t("interview.phone.change")}
        </button>
      </p>
      {question ? (
        <>
          <h2 id="question" class="strip iv-question" tabIndex={-1} ref={head}>
            <small class="num">
              <span class="vh">{activity.question || activity.title}: </span>
              {t("interview.phone.nth", { n: at + 1, of: questions.length })}
            </small>
            <span class="tx">{wordsOf(t, question)}</span>
          </h2>
          {points.length > 0 && (
            <ul class="stack" aria-label={t("interview.phone.noted")}>
              {points.map((point) => (
                <Noted key={point.id} interview={interview} point={point} change={() => setEdited(point)} />
              ))}
            </ul>
          )}
          <PointForm
            key={edited?.id ?? question.key}
            activity={activity}
            interview={interview}
            question={question}
            point={edited}
            done={() => setEdited(null)}
            next={() => goTo(at + 1)}
            last={at === questions.length - 1}
            back={at > 0 ? () => goTo(at - 1) : undefined}
            leave={leave}
          />
        </>
      ) : (
        <>
          <p class="empty">{t("interview.phone.no_questions")}</p>
          <button type="button" class="btn wide" onClick={leave}>
            {t("interview.phone.list")}
          </button>
        </>
      )}
    </>
  );
}

function Noted({ interview, point, change }: { interview: OwnInterview; point: Point; change(): void }) {
  const app = useApp();
  const { t } = app;
  const tags = point.factors.map((code) => `${code} ${t(`factors.words.${code}`)}`).join(" · ");
  const sign = point.sign === "+" ? "+ " : point.sign === "-" ? "− " : "";
  return (
    <li class="card white">
      <span class="tx">
        {sign}
        {point.statement}
      </span>
      {point.quote && <q class="iv-quote tx">{point.quote}</q>}
      <div class="meta">
        <span>
          {isFinding(point) ? tags : t("interview.phone.no_finding")}
          {point.confidential && ` · ${t("interview.phone.confidential_short")}`}
        </span>
        <button
          type="button"
          class="link-btn"
          aria-label={t("interview.phone.change_point", { text: point.statement })}
          onClick={change}
        >
          {t("interview.phone.change")}
        </button>
        <button
          type="button"
          class="link-btn"
          aria-label={t("interview.phone.strike_point", { text: point.statement })}
          onClick={() => void app.do("interview.strike", { interview: interview.id, answer: point.id })}
        >
          {t("interview.phone.strike")}
        </button>
      </div>
    </li>
  );
}
