import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { isVote } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Dialog } from "./Dialog";

const MOST_WORDS = 12; // what a back row reads at a glance

/** Change how a step is called, what it asks and how long it takes; a vote's question only before it opens. */
export function EditStep({ step, close }: { step: Activity; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [title, setTitle] = useState(step.title);
  const [question, setQuestion] = useState(step.question);
  const [minutes, setMinutes] = useState(String(step.minutes));
  const fixed = isVote(step) && step.phase !== "draft";
  const words = question.trim() ? question.trim().split(/\s+/).length : 0;
  const save = async () => {
    const args = {
      activity: step.id,
      ...(title.trim() && title !== step.title ? { title } : {}),
      ...(question !== step.question && !fixed ? { question } : {}),
      ...(Number(minutes) !== step.minutes && minutes !== "" ? { minutes: Math.round(Number(minutes)) } : {}),
    };
    if (Object.keys(args).length === 1 || (await app.act("activity.edit", args, t("console.edit.done")))) close();
  };
  return (
    <Dialog title={t("console.edit.title")} close={close} save={{ label: t("common.save"), act: () => void save() }}>
      <label class="fld">
        <span>{t("console.edit.name")}</span>
        <input class="in" value={title} maxLength={120} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <label class="fld">
        <span>{t("console.edit.question")}</span>
        <textarea
          class="in"
          data-first
          rows={3}
          maxLength={300}
          disabled={fixed}
          value={question}
          onInput={(event) => setQuestion(event.currentTarget.value)}
        />
      </label>
      <p class={words > MOST_WORDS ? "hint warn" : "hint"}>
        {fixed ? t("console.edit.fixed") : t("console.edit.words", { n: words, most: MOST_WORDS })}
      </p>
      <label class="fld narrow-field">
        <span>{t("console.edit.minutes")}</span>
        <input
          class="in num"
          type="number"
          min={0}
          max={600}
          value={minutes}
          onInput={(event) => setMinutes(event.currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}
