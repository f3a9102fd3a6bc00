/** Where the roles see a measure most differently: what to talk about. */

import { byId, plainFigure, ROLES, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { useApp } from "../../view";

export function Gaps({ result }: { result: ScoresResult }) {
  const { t } = useApp();
  const items = byId(result);
  if (!result.gaps) return null;
  if (!result.gaps.length) return <p class="hint">{t("scores.console.no_gaps")}</p>;
  return (
    <section aria-labelledby="gaps">
      <h3 id="gaps">{t("scores.console.gaps")}</h3>
      <ol class="c-gaps">
        {result.gaps.map((gap) => {
          const item = items.get(gap.id);
          const by = item?.cells[gap.question - 1]?.by_role ?? {};
          return (
            <li key={`${gap.id}/${gap.question}`}>
              <b>{item?.title}</b> · {result.questions[gap.question - 1]}{" "}
              <span class="num">
                {ROLES.filter((role) => by[role] !== undefined)
                  .map((role) => `${t(`scores.words.role.${role}`)} ${plainFigure(result, by[role])}`)
                  .join(" · ")}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
