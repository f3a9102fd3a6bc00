/** Where people are far apart, and why some scored low and others high: what the talk is about. */

import { lettered, type RatingResult } from "../../../../../shared/web/front/results/rating";
import { Mark, useApp } from "../../view";

const SIDES = ["low", "high"] as const;

export function Apart({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const items = lettered(result).filter((item) => item.flags.length);
  if (!items.length) return <p class="hint">{t("rating.console.nowhere_apart")}</p>;
  return (
    <section class="c-far" aria-labelledby="apart-title">
      <h3 id="apart-title">{t("rating.console.apart_title")}</h3>
      <ul>
        {items.flatMap((item) =>
          item.flags.map((c) => {
            const reasons = item.reasons?.find((one) => one.c === c);
            return (
              <li key={`${item.id}${c}`}>
                <Mark letter={item.letter} /> <b class="tx">{item.title}</b>, {c} {t(`rating.words.${c}`)}
                {SIDES.map((side) =>
                  reasons?.[side].map((text, i) => (
                    <p key={`${side}${i}`} class="tx">
                      {t(`rating.words.why.${side}`, { text })}
                    </p>
                  )),
                )}
              </li>
            );
          }),
        )}
      </ul>
    </section>
  );
}
