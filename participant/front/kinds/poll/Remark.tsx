import type { Activity } from "../../../../shared/web/front/records";
import { lengthOf } from "../../../../shared/web/front/text";
import { useApp } from "../../view";
import { useTyped } from "./typed";

export interface RemarkPaper {
  value?: number;
  text?: string;
}

const MOST = 200; // characters

/** A reason beside an answer, where the step asks for one. */
export function Reason({ activity }: { activity: Activity }) {
  const { t } = useApp();
  return activity.settings.reasons === true ? <RemarkBeside activity={activity} label={t("poll.words.your_reason")} /> : null;
}

/** Words that go into the paper of a poll, beside its value. */
export function RemarkBeside({ activity, label }: { activity: Activity; label: string }) {
  const { ballots } = useApp();
  const paper = () => ballots.get<RemarkPaper>(activity.id)?.paper ?? {};
  const keep = (words: string) => {
    const { text: _, ...rest } = paper();
    void ballots.mark(activity.id, words ? { ...rest, text: words } : rest);
  };
  return <Remark activity={activity} label={label} kept={paper().text ?? ""} keep={keep} />;
}

interface Props {
  activity: Activity;
  label: string;
  kept: string;
  keep(words: string): void;
}

/** One thing in one's own words beside the answer; it goes into the same paper and is shown without a name. */
export function Remark({ activity, label, kept, keep }: Props) {
  const { t } = useApp();
  const { text, write, leave } = useTyped(activity, kept, (words) => {
    const fits = lengthOf(words.trim()) <= MOST;
    if (fits) keep(words.trim());
    return fits;
  });
  const left = MOST - lengthOf(text.trim());
  return (
    <div class="remark">
      <label for="remark">{label}</label>
      <textarea
        id="remark"
        rows={3}
        value={text}
        aria-describedby="remark-left"
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={leave}
      />
      <p id="remark-left" class={left < 0 ? "hint warn num" : "hint num"}>
        {left < 0 ? t("poll.words.too_long", { n: -left }) : t("poll.words.without_name", { n: left })}
      </p>
    </div>
  );
}

/** Change the answer of a paper and leave its words. */
export function withValue<Value>(
  paper: { text?: string } | undefined,
  value: Value | undefined,
): { value?: Value; text?: string } {
  const words = paper?.text ? { text: paper.text } : {};
  return value === undefined ? words : { ...words, value };
}
