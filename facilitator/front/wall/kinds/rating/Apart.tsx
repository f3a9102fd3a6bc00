/** What the talk is about: a measure and a criterion on which people are far apart, and why some scored low and others high. */

import type { RatingItem } from "../../../../../shared/web/front/results/rating";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

const SIDES = ["low", "high"] as const;

export function Apart({ cells }: { cells: { item: RatingItem & { letter: string }; c: string }[] }) {
  const { t } = useApp();
  return (
    <main class="w-apart">
      <p class="w-say">{t("rating.wall.talk")}</p>
      <ol>
        {cells.map(({ item, c }) => {
          const name = item.short || item.title;
          const reasons = item.reasons?.find((one) => one.c === c);
          return (
            <li key={`${item.id}${c}`}>
              <p class="w-named">
                <b>{item.letter}</b>
                <span class={`nm tx ${nameSize(name)}`}>{name}</span>
              </p>
              <p class="w-line">{t(`rating.words.${c}`)}</p>
              {SIDES.map((side) =>
                reasons?.[side].slice(0, 1).map((text) => (
                  <p key={side} class="w-why tx">
                    {t(`rating.words.why.${side}`, { text })}
                  </p>
                )),
              )}
            </li>
          );
        })}
      </ol>
    </main>
  );
}
