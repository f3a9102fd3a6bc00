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

interface Props {
  head: RefObject<HTMLHeadingElement | null>;
  factor: string;
  said: Said;
  say(said: Said): void;
}

/** One factor: help or hindrance, and how many firms it concerns. */
export function Factor({ head, factor, said, say }: Props) {
  const { t } = useApp();
  const rate = (rating: number | null) => {
    const { importance } = said;
    say(rating === null || importance === undefined ? { rating } : { rating, importance });
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
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in browsers of 2018
        <div role="group" aria-labelledby="mx-weight">
          <p class="mx-ask" id="mx-weight">
            {t("matrix.phone.importance")}
          </p>
          <div class="mx-keys">
            {WEIGHTS.map((importance) => (
              <button
                key={importance}
                type="button"
                class="btn mx-key"
                aria-pressed={said.importance === importance}
                onClick={() => say({ ...said, importance })}
              >
                <span>{t(`matrix.phone.importance.${importance}`)}</span>
              </button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
