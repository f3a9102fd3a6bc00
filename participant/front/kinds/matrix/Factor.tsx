import type { RefObject } from "preact";
import { signed } from "../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import type { Said } from "./paper";

const ROWS: { words: string; ratings: (number | null)[] }[] = [
  { words: "hinders", ratings: [-3, -2, -1] },
  { words: "neither", ratings: [0, null] },
  { words: "helps", ratings: [1, 2, 3] },
];
const WEIGHTS = [1, 2, 3];
const TRENDS = [-1, 0, 1];

interface Props {
  head: RefObject<HTMLHeadingElement | null>;
  factor: string;
  /** Whether the step asks where it is going. */
  trend: boolean;
  said: Said;
  say(said: Said): void;
}

/** One factor: help or hindrance, and how many firms it concerns. */
export function Factor({ head, factor, trend, said, say }: Props) {
  const { t } = useApp();
  const rate = (rating: number | null) => {
    const { rating: _, ...rest } = said;
    say(rating === null ? { rating } : { rating, ...rest });
  };
  return (
    <section class="mx-factor" aria-labelledby="mx-name">
      <h3 id="mx-name" ref={head} tabIndex={-1}>
        {t(`factors.words.${factor}`)}
      </h3>
      <p class="hint">{t("matrix.phone.example", { example: t(`factors.words.${factor}.example`) })}</p>
      {ROWS.map(({ words, ratings }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in browsers of 2018
        <div key={words} role="group" aria-label={t(`matrix.phone.${words}`)}>
          <p class="mx-way" aria-hidden="true">
            {t(`matrix.phone.${words}`)}
          </p>
          <div class="mx-keys">
            {ratings.map((rating) => (
              <button
                key={String(rating)}
                type="button"
                class="btn mx-key"
                aria-pressed={said.rating === rating}
                onClick={() => rate(rating)}
              >
                {rating !== null && <b class="num">{signed(rating)}</b>}
                <span>{t(`matrix.phone.rating.${rating ?? "unknown"}`)}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
      {said.rating !== null && (
        <Asked
          name="importance"
          answers={WEIGHTS}
          given={said.importance}
          choose={(importance) => say({ ...said, importance })}
        />
      )}
      {trend && said.rating !== null && (
        <Asked name="trend" answers={TRENDS} given={said.trend} choose={(way) => say({ ...said, trend: way })} />
      )}
    </section>
  );
}

interface AskedProps {
  name: "importance" | "trend";
  answers: readonly number[];
  given: number | undefined;
  choose(answer: number): void;
}

/** One more question about a factor, with three keys in a row. */
function Asked({ name, answers, given, choose }: AskedProps) {
  const { t } = useApp();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in browsers of 2018
    <div role="group" aria-labelledby={`mx-${name}`}>
      <p class="mx-ask" id={`mx-${name}`}>
        {t(`matrix.phone.${name}`)}
      </p>
      <div class="mx-keys">
        {answers.map((answer) => (
          <button key={answer} type="button" class="btn mx-key" aria-pressed={given === answer} onClick={() => choose(answer)}>
            <span>{t(`matrix.phone.${name}.${answer}`)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
