import { useEffect, useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import { LIMITS, type Question } from "../../../../shared/web/front/interviews";
import type { Activity, Point } from "../../../../shared/web/front/records";
import { lengthOf, oneLine } from "../../../../shared/web/front/text";
import type { OwnInterview } from "../../interviews";
import { useApp } from "../../view";
import { Tagging } from "./Tagging";

export type Words = Omit<Point, "id" | "question">;

interface Props {
  activity: Activity;
  interview: OwnInterview;
  question: Question;
  /** A point that is being changed; null: a new one. */
  point: Point | null;
  done(): void;
  next(): void;
  last: boolean;
  back: (() => void) | undefined;
  leave(): void;
}

const BLANK: Words = { statement: "", factors: [], sign: "", quote: "", rating: null, confidential: false };

/** One point of an answer, with its quick tags. What is typed is kept at each key stroke, under its question. */
export function PointForm({ activity, interview, question, point, done, next, last, back, leave }: Props) {
  const app = useApp();
  const { t, drafts, speech, typing } = app;
  const draft = `form/${interview.id}-${point?.id ?? question.key}`;
  const [words, setWords] = useState<Words>(() => ({ ...BLANK, ...of(point), ...kept(drafts.get(draft)) }));
  useEffect(() => () => typing.pause(), []);
  const set = (change: Partial<Words>) => {
    const next = { ...words, ...change };
    setWords(next);
    drafts.set(draft, JSON.stringify(next));
    typing.begin(activity.id);
  };
  const length = lengthOf(oneLine(words.statement));
  const over = length > LIMITS.statement;
  const empty = !words.statement.trim();
  /** Send the point where there is one; false where it is too long. */
  const keep = (): boolean => {
    if (over) return false;
    if (!empty) {
      const args = { interview: interview.id, answer: point?.id ?? newId(), question: question.key };
      void app.do("interview.answer", { ...args, ...words, statement: oneLine(words.statement) });
      speech.say(t("interview.phone.said"));
    }
    drafts.set(draft, "");
    typing.end();
    setWords(BLANK);
    return true;
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (keep()) next();
  };
  return (
    <form class="iv-form" onSubmit={submit}>
      <label for="iv-statement">{t("interview.phone.statement")}</label>
      <textarea
        id="iv-statement"
        class="inp"
        rows={3}
        value={words.statement}
        aria-describedby="iv-left"
        onInput={(event) => set({ statement: event.currentTarget.value })}
        onBlur={() => typing.pause()}
      />
      <p id="iv-left" class={over ? "hint num warn" : "hint num"}>
        {t(over ? "interview.phone.too_long" : "interview.phone.left", { n: Math.abs(LIMITS.statement - length) })}
      </p>
      <Tagging proposed={question.factors} words={words} set={set} />
      {!empty && (
        <button type="button" class="btn wide" aria-disabled={over} onClick={() => keep() && done()}>
          {t(point ? "interview.phone.keep_change" : "interview.phone.one_more")}
        </button>
      )}
      <div class="ph-act">
        {back ? (
          <button type="button" class="btn narrow-btn" onClick={back}>
            {t("interview.phone.back")}
          </button>
        ) : (
          <button type="button" class="btn narrow-btn" onClick={leave}>
            {t("interview.phone.list")}
          </button>
        )}
        <button type="submit" class="btn go" aria-disabled={over}>
          {t(`interview.phone.${last ? (empty ? "end" : "keep_end") : empty ? "skip" : "keep_next"}`)}
        </button>
      </div>
    </form>
  );
}

function of(point: Point | null): Partial<Words> {
  if (!point) return {};
  const { id, question, ...words } = point;
  return words;
}

function kept(draft: string): Partial<Words> {
  try {
    return JSON.parse(draft || "{}") as Partial<Words>;
  } catch {
    return {};
  }
}
