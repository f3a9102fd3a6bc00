import { useState } from "preact/hooks";
import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { type ChoicePaper, type ChoiceRule, full, inOrder, ruleOf, toggle } from "./paper";
import { Tray } from "./Tray";

/** The options with a ring or a box each. Every tap is saved. */
export function Ballot({ activity, options }: BallotProps) {
  const { t, ballots, speech } = useApp();
  const [refused, setRefused] = useState(false);
  const rule = ruleOf(activity.settings);
  const paper = ballots.get<ChoicePaper>(activity.id)?.paper ?? [];
  const mark = (next: ChoicePaper) => {
    setRefused(false);
    void ballots.mark(activity.id, next);
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
      <SecrecyLine activity={activity} />
      <Tray rule={rule} chosen={paper.length} clear={clear} />
    </>
  );
}

function limitOf(rule: ChoiceRule): string {
  return rule.most === 1 ? "rule_one" : rule.most ? "rule_most" : "rule_any";
}
