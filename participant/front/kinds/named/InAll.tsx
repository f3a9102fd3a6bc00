import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { type Answer, ownAnswer } from "../../voices";

export const CHOICES: Record<string, readonly string[]> = { roll: ["here"], resolution: ["yes", "no", "abstain"] };

interface Props {
  activity: Activity;
  who: string;
  answers: readonly Answer[];
}

/** One answer a person, by large keys; it is given with the tap and can be given anew while the step is open. */
export function InAll({ activity, who, answers }: Props) {
  const app = useApp();
  const { t, drafts, speech } = app;
  const own = ownAnswer(answers);
  const draft = `form/word/${activity.id}`;
  const [word, setWord] = useState(() => own?.word || drafts.get(draft));
  const reasons = activity.kind === "resolution";
  const give = (answer: string) => {
    if (!who) return;
    const voice = own?.id ?? newId();
    void app.do("voice.give", { activity: activity.id, voice, who, answer, ...(reasons ? { word: word.trim() } : {}) });
    drafts.set(draft, "");
    speech.say(t(`named.phone.said.${answer}`));
  };
  return (
    <section class="stack" aria-label={t(`named.phone.${activity.kind}.open`)}>
      {reasons && <PutTo activity={activity} />}
      {reasons && (
        <label class="fld-phone">
          <span>{t("named.phone.reason_may")}</span>
          <input
            class="inp"
            maxLength={160}
            value={word}
            onInput={(event) => {
              setWord(event.currentTarget.value);
              drafts.set(draft, event.currentTarget.value);
            }}
          />
        </label>
      )}
      {!who && <p class="hint">{t("named.phone.name_first")}</p>}
      <div class="nm-keys">
        {(CHOICES[activity.kind] ?? []).map((answer) => (
          <button
            type="button"
            class="btn"
            key={answer}
            aria-pressed={own?.answer === answer}
            aria-disabled={!who}
            onClick={() => give(answer)}
          >
            {t(`named.phone.${activity.kind}.${answer}`)}
          </button>
        ))}
      </div>
      {own && (
        <button type="button" class="btn quiet wide" onClick={() => void app.do("voice.take_back", { voice: own.id })}>
          {t("named.phone.take_back")}
        </button>
      )}
    </section>
  );
}

/** What a resolution is about: the measures that the fund is to pay for. */
function PutTo({ activity }: { activity: Activity }) {
  const { board } = useApp();
  const titles = activity.options.map((id) => board.get("measure", id)?.title).filter(Boolean);
  if (!titles.length) return null;
  return (
    <ol class="nm-list">
      {titles.map((title) => (
        <li key={title} class="tx">
          {title}
        </li>
      ))}
    </ol>
  );
}
