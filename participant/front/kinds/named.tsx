import { useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import "../css/named.css";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { answersOf } from "../voices";
import { Answers } from "./named/Answers";
import { ByMeasure } from "./named/ByMeasure";
import { InAll } from "./named/InAll";
import { Outcome } from "./named/Outcome";

const VERBS = new Set(["voice.give", "voice.take_back"]);
const ABOUT_MEASURES = new Set(["interests", "gate"]);
/** The name that is written once and stands in all steps of this kind. */
const NAME = "form/named";

/** Steps in which people answer openly and by name: who is here, who has an interest, who objects, who is for it. */
export function Named({ activity }: { activity: Activity }) {
  const app = useApp();
  const { t, board, outbox, drafts } = app;
  const [who, setWho] = useState(() => drafts.get(NAME) || (app.seat()?.name ?? ""));
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const words = `named.phone.${activity.kind}`;
  const answers = answersOf(board, outbox.list(), activity.id);
  const keep = (name: string) => {
    setWho(name);
    drafts.set(NAME, name);
  };
  return (
    <>
      <Strip activity={activity} mode={t(open ? `${words}.open` : "named.phone.over")} done={!open} />
      {open && <p class="hint">{t(`${words}.hint`)}</p>}
      <Refusals verbs={VERBS} />
      {!open && <Outcome activity={activity} />}
      {open && (
        <label class="fld-phone">
          <span>{t("named.phone.name")}</span>
          <input
            class="inp"
            maxLength={120}
            autocomplete="name"
            value={who}
            onInput={(event) => keep(event.currentTarget.value)}
          />
        </label>
      )}
      {ABOUT_MEASURES.has(activity.kind) ? (
        <ByMeasure activity={activity} who={who.trim()} answers={answers} />
      ) : (
        <>
          {open && <InAll activity={activity} who={who.trim()} answers={answers} />}
          <Answers activity={activity} answers={answers} />
        </>
      )}
    </>
  );
}
