/** Where the roles see a measure most differently: their medians as marks on the scale. */

import { byId, plainFigure, ROLES, type Role, SCALES, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { nameSize } from "../../fit";
import { useApp } from "../../view";

const MARKS: Record<Role, string> = {
  implementer: "M-2.2 1.9L0-2.2 2.2 1.9z", // a triangle
  user: "M-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0z", // a disc
  other: "M-2.3 0L0-2.3 2.3 0 0 2.3z", // a diamond
};
const LEFT = 3;
const WIDTH = 84;

interface Props {
  result: ScoresResult;
  gaps: NonNullable<ScoresResult["gaps"]>;
}

export function Gaps({ result, gaps }: Props) {
  const { t } = useApp();
  const items = byId(result);
  const told = ROLES.filter((role) => result.roles?.[role] !== undefined);
  return (
    <main class="w-gaps">
      <p class="w-line w-legend">
        <span>{t("scores.wall.gaps")}</span>
        {told.map((role) => (
          <span key={role} class="w-role">
            <svg class={role} viewBox="-3 -3 6 6" aria-hidden="true">
              <path d={MARKS[role]} />
            </svg>
            {t(`scores.words.role.${role}`)}
          </span>
        ))}
      </p>
      {gaps.map((gap) => {
        const item = items.get(gap.id);
        const by = item?.cells[gap.question - 1]?.by_role ?? {};
        const name = item?.short || item?.title || "";
        return (
          <section key={`${gap.id}/${gap.question}`}>
            <h2>
              <span class={`nm tx ${nameSize(name)}`}>{name}</span>
              <small class="tx">{result.questions[gap.question - 1]}</small>
            </h2>
            <Line result={result} by={by} />
          </section>
        );
      })}
    </main>
  );
}

/** The scale with a mark a role; roles with the same median stand one above the other. */
function Line({ result, by }: { result: ScoresResult; by: Partial<Record<Role, string>> }) {
  const { t } = useApp();
  const scores = SCALES[result.scale].map(Number);
  const [low, high] = [scores[0] ?? 0, scores[scores.length - 1] ?? 1];
  const at = (score: number) => LEFT + (WIDTH * (score - low)) / (high - low);
  const roles = ROLES.filter((role) => by[role] !== undefined);
  const words = roles.map((role) => `${t(`scores.words.role.${role}`)} ${plainFigure(result, by[role])}`).join(", ");
  return (
    <svg class="w-scale" viewBox="0 0 90 14" role="img" aria-label={words}>
      <line x1={LEFT} x2={LEFT + WIDTH} y1="8" y2="8" />
      {scores.map((score) => (
        <g key={score}>
          <line x1={at(score)} x2={at(score)} y1="7" y2="9" />
          <text x={at(score)} y="13.4">
            {score}
          </text>
        </g>
      ))}
      {roles.map((role, place) => {
        const under = roles.slice(0, place).filter((other) => by[other] === by[role]).length;
        return (
          <path key={role} class={role} d={MARKS[role]} transform={`translate(${at(Number(by[role]))} ${8 - 3.4 * under})`} />
        );
      })}
    </svg>
  );
}
