import {
  answerTo,
  figureWords,
  lineName,
  partOf,
  planLines,
  QUESTIONS,
  TIMES,
  timeOf,
  toldLines,
  VERDICTS,
  verdictOf,
} from "../../../../shared/web/front/evaluation";
import type { Activity, Measure, Pledge } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { dayOf } from "../pledging/Lines";
import { Planned, State } from "./Line";
import { Worth } from "./Worth";

interface Props {
  activity: Activity;
  measure: Measure;
  /** This phone may begin to fill it in. */
  takes: boolean;
}

/** A measure to read: planned and reached, its check, or who looks again when. */
export function Reading({ activity, measure, takes }: Props) {
  const app = useApp();
  const { t } = app;
  const part = partOf(activity);
  return (
    <details class="card white">
      <summary class="tx">
        {measure.title}
        {part === "check" && <Verdict verdict={verdictOf(measure, timeOf(activity))} />}
      </summary>
      {part === "facts" && <Facts activity={activity} measure={measure} />}
      {part === "check" && <Check check={measure.checks?.[timeOf(activity)]} />}
      {part === "worth" && <Worth measure={measure} />}
      {part === "dates" && <Dates measure={measure} />}
      {takes && (
        <button
          type="button"
          class="btn small"
          aria-label={`${t("evaluation.phone.take")}: ${measure.title}`}
          onClick={() => void app.do("measure.take", { activity: activity.id, measure: measure.id })}
        >
          {t("evaluation.phone.take")}
        </button>
      )}
    </details>
  );
}

function Verdict({ verdict }: { verdict: string }) {
  const { t } = useApp();
  const { sign, chip } = VERDICTS[verdict] ?? { sign: "", chip: "" };
  return (
    <span class={`chip ${chip}`}>
      <span aria-hidden="true">{sign}</span> {t(`evaluation.words.verdict.${verdict}`)}
    </span>
  );
}

function Facts({ activity, measure }: { activity: Activity; measure: Measure }) {
  const { t, boot, board } = useApp();
  const former = board
    .all("pledge")
    .filter((pledge) => pledge.measure === measure.id && pledge.former)
    .sort(byPosition);
  return (
    <>
      <dl>
        {toldLines(planLines(activity, measure, boot.language)).map((line) => (
          <div key={line.id} class="ev-told">
            <dt class="tx">{lineName(t, line)}</dt>
            <dd>
              {!line.common && <Planned line={line} />}
              <p>
                {t("evaluation.words.reached")}: <b class="tx">{line.reached.value || "–"}</b>
                {line.reached.proof && ` · ${t(`evaluation.words.proof.${line.reached.proof}`)}`}
              </p>
              {line.reached.remark && <p class="hint tx">{line.reached.remark}</p>}
              <State reached={line.reached} />
            </dd>
          </div>
        ))}
      </dl>
      {former.length > 0 && (
        <ul class="stack">
          {former.map((pledge) => (
            <Former key={pledge.id} pledge={pledge} />
          ))}
        </ul>
      )}
      {measure.origin?.title && (
        <p class="ev-body hint">
          {t("evaluation.words.from", { title: measure.origin.title, date: dayOf(boot.language, measure.origin.date ?? "") })}
        </p>
      )}
    </>
  );
}

function Former({ pledge }: { pledge: Pledge }) {
  const { t, boot } = useApp();
  const day = pledge.due && t("common.pledge.until", { day: dayOf(boot.language, pledge.due) });
  return (
    <li class="ev-body hint tx">
      {t(`evaluation.words.former.${pledge.former === "commit" ? "commit" : "plan"}`)}:{" "}
      {[pledge.who, pledge.what, day, pledge.means].filter(Boolean).join(" · ")}
    </li>
  );
}

function Check({ check }: { check: Record<string, string> | undefined }) {
  const { t } = useApp();
  return (
    <dl>
      {QUESTIONS.map((question) => (
        <div key={question} class="ev-told">
          <dt class="tx">{t(`evaluation.words.${question}`)}</dt>
          <dd class="tx">
            <b>{question === "Q5" ? figureWords(t, check) || "–" : t(`evaluation.words.answer.${answerTo(check, question)}`)}</b>
            {check?.[`${question}_word`] && <span class="hint"> · {check[`${question}_word`]}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Dates({ measure }: { measure: Measure }) {
  const { t, boot } = useApp();
  const set = TIMES.flatMap((time) => {
    const { due = "", checker = "", way = "" } = measure.checks?.[time] ?? {};
    return due ? [{ time, due, checker, way }] : [];
  });
  if (!set.length) return <p class="hint">{t("evaluation.phone.no_date")}</p>;
  return (
    <dl>
      {set.map((check) => (
        <div key={check.time} class="ev-told">
          <dt>{t(`evaluation.words.time.${check.time}`)}</dt>
          <dd class="tx">
            <b>{dayOf(boot.language, check.due)}</b> · {check.checker}
            {check.way && ` · ${t(`evaluation.words.way.${check.way}`)}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
