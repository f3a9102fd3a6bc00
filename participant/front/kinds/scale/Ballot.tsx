import { allNamed, stepsOf } from "../../../../shared/web/front/scale";
import { useApp } from "../../view";
import { Keys } from "../poll/Keys";
import { Reason, withValue } from "../poll/Remark";
import { Tray } from "../poll/Tray";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { type ScalePaper, told } from "./paper";

/** The steps as keys, apart from them "I do not know". No step is chosen beforehand; every tap is saved. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const { settings } = activity;
  const steps = stepsOf(settings);
  const lines = allNamed(steps);
  const paper = ballots.get<ScalePaper>(activity.id)?.paper;
  const chosen = paper?.value;
  const choose = (value: number | null | undefined) => void ballots.mark(activity.id, withValue(paper, value));
  const answers = steps.map(({ value, name }) => ({ value, label: String(value), name }));
  const unsure = t("scale.phone.unsure");
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t("scale.phone.rule")}</p>
      <NotTaken activity={activity} />
      <Keys
        activity={activity}
        legend={t("scale.phone.legend")}
        answers={answers}
        chosen={chosen}
        choose={choose}
        lines={lines}
      />
      {!lines && steps.some(({ name }) => name) && (
        <p class="ends tx" aria-hidden="true">
          <span>{steps[0]?.name}</span>
          <span>{steps[steps.length - 1]?.name}</span>
        </p>
      )}
      {settings.unsure === true && (
        <button type="button" class="btn" aria-pressed={chosen === null} onClick={() => choose(null)}>
          {unsure}
        </button>
      )}
      <Reason activity={activity} />
      <SecrecyLine activity={activity} />
      <Tray
        told={
          chosen === undefined
            ? t("poll.words.none_yet")
            : t("poll.words.your_answer", { answer: told(settings, chosen, unsure) })
        }
        clear={chosen === undefined ? undefined : () => choose(undefined)}
      />
    </>
  );
}
