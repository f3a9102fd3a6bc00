import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Activity, Measure } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";

interface Props {
  activity: Activity;
  measure: Measure;
  who: string;
  close(): void;
}

/** Say what the interest is, or why one objects; what is typed is kept until it is sent. */
export function SaySheet({ activity, measure, who, close }: Props) {
  const app = useApp();
  const { t, drafts, speech, typing } = app;
  const draft = `form/word/${activity.id}/${measure.id}`;
  const [word, setWord] = useState(() => drafts.get(draft));
  const answer = activity.kind === "gate" ? "objection" : "interest";
  const fits = answer === "interest" || word.trim() !== "";
  const leave = () => {
    typing.end();
    close();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const args = { activity: activity.id, voice: newId(), who, answer, measure: measure.id, word: word.trim() };
    void app.do("voice.give", args);
    drafts.set(draft, "");
    speech.say(t(`named.phone.said.${answer}`));
    leave();
  };
  return (
    <Sheet title={t(`named.phone.${activity.kind}.say`)} close={leave}>
      <form class="stack" onSubmit={submit}>
        <p class="tx">{measure.title}</p>
        <label for="nm-word">{t(`named.phone.${activity.kind}.word`)}</label>
        <textarea
          id="nm-word"
          class="inp"
          rows={3}
          maxLength={160}
          value={word}
          onInput={(event) => {
            setWord(event.currentTarget.value);
            drafts.set(draft, event.currentTarget.value);
            typing.begin(activity.id);
          }}
        />
        <p class="hint">{t("named.phone.open_named", { who })}</p>
        <button type="submit" class="btn go wide" aria-disabled={!fits}>
          {t("named.phone.send")}
        </button>
      </form>
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.cancel")}
      </button>
    </Sheet>
  );
}
