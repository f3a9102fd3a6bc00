import { FINGERS, fingerName } from "../../../../shared/web/front/fingers";
import { useApp } from "../../view";
import { Keys } from "../poll/Keys";
import { Reason, type RemarkPaper, withValue } from "../poll/Remark";
import { Tray } from "../poll/Tray";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";

/** The fingers with their meaning, one below the other; a reason where it is asked. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const paper = ballots.get<RemarkPaper>(activity.id)?.paper;
  const chosen = paper?.value;
  const answers = FINGERS.map((value) => ({ value, label: String(value), name: fingerName(value, t) }));
  const mark = (value: number | undefined) => void ballots.mark(activity.id, withValue(paper, value));
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t("fist.phone.rule", { n: Number(activity.settings.least) })}</p>
      <NotTaken activity={activity} />
      <Keys
        activity={activity}
        legend={t("fist.phone.legend")}
        answers={answers}
        chosen={chosen}
        choose={(value) => mark(Number(value))}
        lines
      />
      <Reason activity={activity} />
      <SecrecyLine activity={activity} />
      <Tray
        told={
          chosen === undefined
            ? t("poll.words.none_yet")
            : t("poll.words.your_answer", { answer: t("fist.words.n", { n: chosen }) })
        }
        clear={chosen === undefined ? undefined : () => mark(undefined)}
      />
    </>
  );
}
