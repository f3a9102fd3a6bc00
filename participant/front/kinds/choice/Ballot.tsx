import { useState } from "preact/hooks";
import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { Remark } from "../poll/Remark";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import {
  type ChoicePaper,
  type ChoiceRule,
  chosenOf,
  full,
  inOrder,
  type KeptPaper,
  paperOf,
  reasonOf,
  ruleOf,
  toggle,
} from "./paper";
import { Tray } from "./Tray";

/** The options with a ring or a box each. Every tap is saved. */
export function Ballot({ activity, options }: BallotProps) {
  const { t, ballots, speech } = useApp();
  const [refused, setRefused] = useState(false);
  const rule = ruleOf(activity.settings);
  const kept = () => ballots.get<KeptPaper>(activity.id)?.paper;
  const paper = chosenOf(kept());
  const mark = (next: ChoicePaper) => {
    setRefused(false);
    void ballots.mark(activity.id, paperOf(next, reasonOf(kept())));
  };
  const tap = (event: Event, option: Option) => {
    if (!paper.includes(option.id) && full(paper, rule)) {
      event.preventDefault();
      setRefused(true);
      speech.alert(t("choice.phone.full", { n: rule.most }));
      return;
    }
    mark(toggle(paper, option.id, rule));
  };
  const clear = () => {
    mark([]);
    speech.say(t("choice.phone.none_said"));
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t(`choice.phone.${limitOf(rule)}`, { n: rule.most })}</p>
      {rule.least > 1 && <p class="hint">{t("choice.phone.rule_least", { n: rule.least })}</p>}
      <NotTaken activity={activity} />
      <fieldset class="picks">
        <legend class="vh">{t("choice.phone.options")}</legend>
        <div class="vlist">
          {inOrder(activity, options).map((option) => (
            <label key={option.id} class={`vrow ${paper.includes(option.id) ? "has" : ""}`}>
              <span class="what">
                <input
                  type={rule.most === 1 ? "radio" : "checkbox"}
                  name={`choice-${activity.id}`}
                  checked={paper.includes(option.id)}
                  onClick={(event) => (rule.most === 1 && paper.includes(option.id) ? undefined : tap(event, option))}
                />
                <GroupName {...option} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {refused && <p class="banner err">{t("choice.phone.full", { n: rule.most })}</p>}
      {activity.settings.reasons === true && (
        <Remark
          activity={activity}
          label={t("poll.words.your_reason")}
          kept={reasonOf(kept())}
          keep={(text) => void ballots.mark(activity.id, paperOf(chosenOf(kept()), text))}
        />
      )}
      <SecrecyLine activity={activity} />
      <Tray rule={rule} chosen={paper.length} clear={clear} />
    </>
  );
}

function limitOf(rule: ChoiceRule): string {
  return rule.most === 1 ? "rule_one" : rule.most ? "rule_most" : "rule_any";
}
