import { useApp } from "../../view";
import { Reason, withValue } from "../poll/Remark";
import { Tray } from "../poll/Tray";
import { useTyped } from "../poll/typed";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { limitKey, type NumberPaper, paperOf, ruleOf } from "./paper";

/** One box with its unit. What is typed is sent when the typing rests. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots } = useApp();
  const rule = ruleOf(activity.settings);
  const kept = ballots.get<NumberPaper>(activity.id)?.paper?.value;
  const { text, write, leave } = useTyped(
    activity,
    kept === undefined ? "" : String(kept),
    (typed) => {
      const paper = paperOf(typed, rule);
      if (paper) void ballots.mark(activity.id, withValue(ballots.get<NumberPaper>(activity.id)?.paper, paper.value));
      return paper !== null;
    },
    "number",
  );
  const wrong = paperOf(text, rule) === null;
  const limits = t(`number.phone.${limitKey(rule)}`, { least: rule.least, most: rule.most });
  const decimals = rule.decimals ? ` ${t("number.phone.decimals", { n: rule.decimals })}` : "";
  return (
    <>
      <SecrecyStrip activity={activity} />
      <NotTaken activity={activity} />
      <form
        class="number"
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <label for="number">{t("number.phone.your_number")}</label>
        <div class="row">
          <input
            id="number"
            class="num"
            inputMode={rule.decimals ? "decimal" : "numeric"}
            autoComplete="off"
            maxLength={20}
            value={text}
            aria-invalid={wrong}
            aria-describedby="number-limits"
            onInput={(event) => write(event.currentTarget.value)}
            onBlur={leave}
          />
          {rule.unit && <span class="tx">{rule.unit}</span>}
        </div>
        <p id="number-limits" class={wrong ? "hint warn" : "hint"}>
          {limits}
          {decimals}
        </p>
      </form>
      <Reason activity={activity} />
      <SecrecyLine activity={activity} />
      <Tray
        told={
          kept === undefined
            ? t("poll.words.nothing_written")
            : t("poll.words.your_answer", { answer: [kept, rule.unit].join(" ").trim() })
        }
        clear={
          kept === undefined
            ? undefined
            : () => {
                write("");
                leave();
              }
        }
      />
    </>
  );
}
