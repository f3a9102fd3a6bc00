import type { ComponentChildren } from "preact";
import { HIGHEST, type Reasons } from "../../../../shared/web/front/results/rating";
import { useApp } from "../../view";
import { Why } from "./Why";

interface Props {
  item: string;
  criterion: string;
  weight: number;
  score: number | undefined;
  /** One's own score in the first round; shown pale, it counts once it is tapped again. */
  first: number | undefined;
  /** The room was far apart here in the first round. */
  flagged: boolean;
  why: Reasons | undefined;
  set(score: number | undefined): void;
  children: ComponentChildren;
}

const KEYS = Array.from({ length: HIGHEST + 1 }, (_, n) => n);
const ANCHORS = [0, 3, 5];

/** One criterion: its name, what 0, 3 and 5 mean, six keys, and "?" for no score. Nothing is chosen beforehand. */
export function Criterion({ item, criterion, weight, score, first, flagged, why, set, children }: Props) {
  const { t } = useApp();
  const name = t(`rating.words.${criterion}`);
  const said = (n: number) => (ANCHORS.includes(n) ? `${n}: ${t(`rating.words.${criterion}.${n}`)}` : String(n));
  return (
    <fieldset class={score === undefined ? "rate" : "rate done"} data-criterion={criterion}>
      <legend class="vh">{`${name}, ${t("rating.phone.weight", { n: weight })}`}</legend>
      <div class="rate-head">
        <span class="rate-name" aria-hidden="true">
          {name} <small class="num">{t("rating.phone.weight", { n: weight })}</small>
        </span>
        <button
          type="button"
          class="rate-none"
          aria-pressed={score === undefined}
          aria-label={t("rating.phone.no_score", { criterion: name })}
          onClick={() => set(undefined)}
        >
          ?
        </button>
      </div>
      {flagged && (
        <div class="rate-apart">
          <b>{t("rating.phone.apart")}</b>
          <Why reasons={why} />
        </div>
      )}
      <ul class="rate-ends" aria-hidden="true">
        {ANCHORS.map((n) => (
          <li key={n}>
            <b class="num">{n}</b> {t(`rating.words.${criterion}.${n}`)}
          </li>
        ))}
      </ul>
      <div class="rate-keys">
        {KEYS.map((n) => (
          <label key={n}>
            <input
              type="radio"
              class="vh"
              id={n === 0 ? `rate-${criterion}` : undefined}
              name={`rate-${item}-${criterion}`}
              checked={score === n}
              aria-label={first === n ? `${said(n)}. ${t("rating.phone.yours_before")}` : said(n)}
              onChange={() => set(n)}
            />
            <span class={first === n && score === undefined ? "num was" : "num"}>{n}</span>
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}
