import { useState } from "preact/hooks";
import type { Translate } from "../../../../shared/web/front/i18n";
import { LightSign } from "../../../../shared/web/front/lights";
import type { Activity } from "../../../../shared/web/front/records";
import {
  byId,
  plainFigure,
  ROLES,
  SCALES,
  type Score,
  type ScoresCell,
  type ScoresItem,
  type ScoresResult,
} from "../../../../shared/web/front/results/scores";
import { useApp } from "../../view";
import { SECTORS } from "../../views/shapes";
import { Bar } from "../vote/Bar";
import { Counting } from "../vote/Counting";
import { SectorNotes } from "../vote/SectorNotes";
import { answerOf, type ScoresPaper } from "./paper";
import { shortOf } from "./words";

/** The result as the wall shows it: an item, its figures, and one's own answers beside them. */
export function Result({ activity }: { activity: Activity }) {
  const [balanced, setBalanced] = useState(false);
  const result = activity.result as ScoresResult;
  const items = balanced ? byBalance(result.items) : result.items;
  return (
    <>
      {result.items.some((item) => item.balanced_place !== undefined) && (
        <Counting words="scores.phone" balanced={balanced} set={setBalanced} />
      )}
      <Lists result={result} />
      <ol class="results">
        {items.map((item) => (
          <li key={item.id} class="res">
            {result.questions.length > 1 && <h3 class="l tx">{item.title}</h3>}
            {result.questions.map((question, i) => (
              <Cell key={question} activity={activity} result={result} item={item} question={i} balanced={balanced} />
            ))}
          </li>
        ))}
      </ol>
      {result.figure !== "counts" && <SectorNotes result={result} />}
    </>
  );
}

interface CellProps {
  activity: Activity;
  result: ScoresResult;
  item: ScoresItem;
  question: number;
  balanced: boolean;
}

function Cell({ activity, result, item, question, balanced }: CellProps) {
  const { t, ballots } = useApp();
  const cell = item.cells[question] as ScoresCell;
  const own = answerOf(ballots.get<ScoresPaper>(activity.id)?.counted ?? {}, item.id, question);
  const figure = balanced ? cell.balanced : cell.figure;
  const several = result.questions.length > 1;
  return (
    <div class="sc-cell">
      <p class="l">
        <span class={several ? "tx hint" : "tx"}>{several ? result.questions[question] : item.title}</span>
        {result.figure === "counts" ? (
          <b>{(cell.most ?? []).map((one) => shortOf(t, result.scale, one)).join(", ") || "–"}</b>
        ) : (
          <>
            {cell.light && <LightSign light={cell.light} label={t(`scores.words.light.${cell.light}`)} />}
            <span class="n">{plainFigure(result, figure)}</span>
          </>
        )}
      </p>
      {result.figure === "counts" ? (
        <ul class="sc-counts hint">
          {SCALES.future.map((score, i) => (
            <li key={score}>
              {shortOf(t, result.scale, score)} <b class="num">{cell.counts[i]}</b>
            </li>
          ))}
        </ul>
      ) : (
        !several && <Bar share={shareOf(result, figure)} label={plainFigure(result, figure)} />
      )}
      <p class="hint">{notes(t, result, cell, own, several)}</p>
    </div>
  );
}

/** What stands below a figure: how many answered, sectors of a single question, roles, the first round, and one's own answer. */
function notes(t: Translate, result: ScoresResult, cell: ScoresCell, own: Score | undefined, several: boolean): string {
  const sectors = SECTORS.filter((sector) => cell.by_sector?.[sector] !== undefined).map(
    (sector) => `${t(`common.sector.${sector}`)} ${plainFigure(result, cell.by_sector?.[sector])}`,
  );
  const roles = ROLES.filter((role) => cell.by_role?.[role] !== undefined).map(
    (role) => `${t(`scores.words.role.${role}`)} ${plainFigure(result, cell.by_role?.[role])}`,
  );
  return [
    t("scores.phone.answers", { n: cell.n }),
    ...(cell.unknown ? [t("scores.phone.unknown", { n: cell.unknown })] : []),
    ...(several ? [] : sectors),
    ...roles,
    ...(cell.before === undefined ? [] : [t("scores.phone.before", { figure: plainFigure(result, cell.before) })]),
    ...(own === undefined ? [] : [t("scores.phone.yours", { score: shortOf(t, result.scale, own) })]),
  ].join(" · ");
}

/** Which items go on, or what is worked on here and what has to be asked of others. */
function Lists({ result }: { result: ScoresResult }) {
  const { t } = useApp();
  const items = byId(result);
  const names = (ids: string[]) => ids.map((id) => items.get(id)?.short || items.get(id)?.title || "").join(", ");
  const lists = (["work", "advocacy", "goes_on"] as const).filter((list) => result[list]?.length);
  return (
    <>
      {lists.map((list) => (
        <p key={list} class="lead">
          {t(`scores.phone.${list}`, { names: names(result[list] ?? []) })}
        </p>
      ))}
    </>
  );
}

/** How long a bar is, from nothing at the scale's lowest answer to all at its highest. */
function shareOf(result: ScoresResult, figure: string | undefined): number {
  if (figure === undefined) return 0;
  if (result.figure === "share") return Number(figure) / 100;
  const ends = SCALES[result.scale];
  const [low, high] = [Number(ends[0]), Number(ends[ends.length - 1])];
  return (Number(figure) - low) / (high - low);
}

function byBalance(items: ScoresItem[]): ScoresItem[] {
  return [...items].sort((a, b) => (a.balanced_place ?? items.length) - (b.balanced_place ?? items.length));
}
