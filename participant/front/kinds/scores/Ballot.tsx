import { useLayoutEffect, useState } from "preact/hooks";
import { askedOf, questionsOf, type Score, scaleOf } from "../../../../shared/web/front/results/scores";
import { firstRoundOf, type Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Bar } from "./Bar";
import { Anchors, Keys } from "./Keys";
import { answer, answerOf, isOwn, openOnes, recuse, type ScoresPaper } from "./paper";
import { RoleOf } from "./RoleOf";

/** One item at a time with its questions; with a single question all items on one page. Every tap is saved. */
export function Ballot({ activity, options }: BallotProps) {
  const { t, ballots, board, speech } = useApp();
  const questions = questionsOf(activity);
  const paper = ballots.get<ScoresPaper>(activity.id)?.paper ?? {};
  const asked = (item: string) => askedOf(activity, item);
  const open = openOnes(paper, options, asked);
  const pages = questions.length > 1 ? options.map((option) => [option]) : [options];
  const pageOf = (item: string) => Math.max(0, questions.length > 1 ? options.findIndex((option) => option.id === item) : 0);
  const [page, setPage] = useState(() => pageOf(open[0]?.item ?? ""));
  const focus = useFocus();
  const first = firstRoundOf(board, activity);
  const earlier = (first && ballots.get<ScoresPaper>(first.id)?.counted) || {};
  const asksRole = activity.settings.roles === true;

  const mark = (next: ScoresPaper) => {
    void ballots.mark(activity.id, next);
    const left = openOnes(next, options, asked).length;
    speech.say(left ? t("scores.phone.to_go", { n: left }) : t("scores.phone.all_done"), "scores");
  };
  const score = (item: string, question: number, given: Score) => mark(answer(paper, item, question, given));
  const turn = (to: number) => {
    setPage(to);
    focus("page");
  };
  const jump = () => {
    const next = open[0];
    if (asksRole && !paper.role) return focus("role");
    if (!next) return;
    setPage(pageOf(next.item));
    focus(`${next.item}/${next.question}`);
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <NotTaken activity={activity} />
      {asksRole && <RoleOf role={paper.role} choose={(role) => mark({ ...paper, role })} />}
      {pages.length > 1 && (
        <p class="hint num" data-at="page" tabIndex={-1}>
          {t("scores.phone.page", { n: page + 1, of: pages.length })}
        </p>
      )}
      <Anchors scale={scaleOf(activity)} />
      {(pages[page] ?? []).map((option) => (
        <section key={option.id} class="sc-item" aria-label={option.title}>
          {questions.length > 1 && <ItemName option={option} />}
          {asksRole && (
            <button
              type="button"
              class="btn small sc-own"
              aria-pressed={isOwn(paper, option.id)}
              onClick={() => mark(recuse(paper, option.id))}
            >
              {t("scores.phone.mine")}
            </button>
          )}
          {isOwn(paper, option.id) ? (
            <p class="hint">{t("scores.phone.mine_why")}</p>
          ) : (
            asked(option.id).map((i) => (
              <Keys
                key={i}
                activity={activity}
                legend={questions.length > 1 ? (questions[i] as string) : option.short || option.title}
                item={questions.length > 1 ? option.title : (questions[i] as string)}
                at={`${option.id}/${i}`}
                chosen={answerOf(paper, option.id, i)}
                before={answerOf(earlier, option.id, i)}
                choose={(given) => score(option.id, i, given)}
              />
            ))
          )}
        </section>
      ))}
      <SecrecyLine activity={activity} />
      <Bar page={page} pages={pages.length} open={open.length} role={!asksRole || !!paper.role} turn={turn} jump={jump} />
    </>
  );
}

function ItemName({ option }: { option: Option }) {
  return (
    <h3 class="sc-name">
      <GroupName {...option} />
    </h3>
  );
}

/** Bring a place into view once it is drawn: the top of the page, the role, or a question. */
function useFocus(): (at: string) => void {
  const [wanted, setWanted] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (!wanted) return;
    const place = document.querySelector<HTMLElement>(`[data-at="${wanted}"]`);
    place?.scrollIntoView({ block: wanted === "page" ? "start" : "center" });
    (place?.querySelector<HTMLElement>("input") ?? place)?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);
  return setWanted;
}
