import { askedOf, questionsOf, scaleOf } from "../../../../shared/web/front/results/scores";
import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { answerOf, isOwn, openOnes, type ScoresPaper } from "./paper";
import { shortOf } from "./words";

/** One's own answers once the vote is closed, a line an item. */
export function OwnScores({ activity, options }: BallotProps) {
  const { t, ballots } = useApp();
  const paper = ballots.get<ScoresPaper>(activity.id)?.counted ?? {};
  const questions = questionsOf(activity);
  const asked = (item: string) => askedOf(activity, item);
  const givenTo = (option: Option) => asked(option.id).filter((i) => answerOf(paper, option.id, i) !== undefined).length;
  const every = options.reduce((sum, { id }) => sum + asked(id).length, 0);
  const given = every - openOnes(paper, options, asked).length;
  return (
    <>
      <p class="wait-line">{given ? t("vote.phone.counted") : t("vote.phone.not_counted")}</p>
      {given > 0 && (
        <ul class="vlist">
          {options.map((option) => (
            <li key={option.id} class="vrow">
              <span class="what tx">{option.title}</span>
              <span class="give">
                <b class="num sc-given">
                  {isOwn(paper, option.id)
                    ? t("scores.words.recused")
                    : questions.length > 1
                      ? t("scores.phone.given", { n: givenTo(option), of: asked(option.id).length })
                      : shortOf(t, scaleOf(activity), answerOf(paper, option.id, 0))}
                </b>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
