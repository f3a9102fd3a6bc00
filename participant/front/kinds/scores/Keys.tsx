import { useId } from "preact/hooks";
import { LightSign, lightOf } from "../../../../shared/web/front/lights";
import type { Activity } from "../../../../shared/web/front/records";
import { SCALES, type Scale, type Score, scaleOf } from "../../../../shared/web/front/results/scores";
import { useApp } from "../../view";
import { UNKNOWN } from "./paper";

interface Props {
  activity: Activity;
  /** What is asked, for all to read. */
  legend: string;
  /** What it is asked of, for those who hear it. */
  item: string;
  /** Where the question's keys are found again. */
  at: string;
  chosen: Score | undefined;
  /** What one answered in the first round; it counts only when it is tapped again. */
  before: Score | undefined;
  choose(score: Score): void;
}

/** One question of one item: a row of equal keys. A tap on the chosen key takes the answer back. */
export function Keys({ activity, legend, item, at, chosen, before, choose }: Props) {
  const { t } = useApp();
  const scale = scaleOf(activity);
  const name = useId();
  const scores = activity.settings.unknown ? [...SCALES[scale], UNKNOWN] : SCALES[scale];
  return (
    <fieldset class={`sc-ask ${chosen === undefined ? "" : "done"}`} data-at={at}>
      <legend>
        <span class="vh">{item}: </span>
        <span class="tx">{legend}</span>
      </legend>
      <div class={`sc-keys ${scale}`}>
        {scores.map((score) => (
          <label key={score} class={`sc-key ${score === UNKNOWN ? "apart" : ""} ${score === before ? "was" : ""}`}>
            <input
              type="radio"
              name={name}
              checked={score === chosen}
              onClick={() => choose(score)}
              aria-label={said(t, scale, score)}
            />
            <Face scale={scale} score={score} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What stands on a key: a figure, a sign, a word, as its scale has them. */
function Face({ scale, score }: { scale: Scale; score: Score }) {
  const { t } = useApp();
  if (score === UNKNOWN) return <span class="sc-face">{t("scores.words.unknown")}</span>;
  const words = scale === "stars" || scale === "agreement" ? "" : t(`scores.words.${scale}.${score}`);
  return (
    <span class="sc-face" aria-hidden="true">
      {scale === "lights" ? <LightSign light={lightOf(String(score))} label={words} /> : scale !== "future" && <b>{score}</b>}
      {words && <small>{words}</small>}
    </span>
  );
}

/** What a key says to those who hear it; of bare figures only both ends have a word. */
function said(t: (key: string) => string, scale: Scale, score: Score): string {
  if (score === UNKNOWN) return t("scores.words.unknown");
  if (typeof score === "string") return t(`scores.words.${scale}.${score}`);
  return scale === "reach" || endsOf(scale).includes(score) ? `${score}, ${t(`scores.words.${scale}.${score}`)}` : String(score);
}

function endsOf(scale: Scale): Score[] {
  return [SCALES[scale][0], SCALES[scale][SCALES[scale].length - 1]] as Score[];
}

/** What both ends of a scale of bare figures mean. */
export function Anchors({ scale }: { scale: Scale }) {
  const { t } = useApp();
  if (scale !== "stars" && scale !== "agreement") return null;
  return (
    <p class="sc-ends">
      {endsOf(scale).map((end) => (
        <span key={end}>
          <b>{end}</b> {t(`scores.words.${scale}.${end}`)}
        </span>
      ))}
    </p>
  );
}
