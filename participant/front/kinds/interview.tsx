import "../css/evaluation.css";
import "../css/interview.css";
import { useState } from "preact/hooks";
import { interviewsBy } from "../../../shared/web/front/interviews";
import type { Activity } from "../../../shared/web/front/records";
import { type OwnInterview, ownInterviews, VERBS } from "../interviews";
import { useApp } from "../view";
import { Refusals } from "../views/Refusals";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { About } from "./interview/About";
import { Asking } from "./interview/Asking";

/** A round of interviews, for whoever asks: one's own, each to go on with. Nobody else's are on this phone. */
export function Interviews({ activity }: { activity: Activity }) {
  const app = useApp();
  const { t, board, outbox, drafts, typing } = app;
  const place = `form/at-${activity.id}`; // which interview was open: a reload comes back to it
  const [at, setAt] = useState(() => drafts.get(place));
  const [about, setAbout] = useState<OwnInterview | "new" | null>(null);
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const own = ownInterviews(board.mine, outbox.list(), activity.id);
  const goTo = (id: string) => {
    typing.end();
    drafts.set(place, id);
    drafts.flush();
    setAt(id);
    setAbout(null);
  };
  const now = open ? own.find((one) => one.id === at) : undefined;
  const sheet = about && open && (
    <About
      activity={activity}
      interview={about === "new" ? null : about}
      begun={goTo}
      gone={() => goTo("")}
      close={() => setAbout(null)}
    />
  );
  if (now)
    return (
      <>
        <Asking key={now.id} activity={activity} interview={now} change={() => setAbout(now)} leave={() => goTo("")} />
        {sheet}
      </>
    );
  const by = interviewsBy(own);
  return (
    <>
      <Strip activity={activity} mode={t(`interview.phone.${open ? "open" : "over"}`)} done={!open} />
      <Refusals verbs={VERBS} />
      {open && <p class="hint">{t("interview.phone.hint")}</p>}
      {!open && <p class="wait-line">{t("interview.phone.thanks")}</p>}
      <section aria-labelledby="own-interviews">
        <h3 id="own-interviews" class="part">
          {t("interview.phone.own", { n: own.length })}
        </h3>
        {own.length === 0 && <p class="empty">{t("interview.phone.none")}</p>}
        {own.length > 0 && (
          <p class="hint">
            {t("interview.phone.by_sector", { private: by.private, public: by.public, semi: by["semi-public"] })}
          </p>
        )}
        <ul class="stack">
          {own.map((one) => (
            <li key={one.id}>
              <button type="button" class="choice iv-own" disabled={!open} onClick={() => goTo(one.id)}>
                <span class="name tx">{nameOf(one)}</span>
                <span class="hint">
                  {t("interview.phone.points", { n: one.answers.length })} ·{" "}
                  {t(one.saved ? "interview.phone.saved" : "interview.phone.on_phone")}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {open && (
        <div class="ph-act">
          <button type="button" class="btn go" onClick={() => setAbout("new")}>
            {t("interview.phone.new")}
          </button>
        </div>
      )}
      {sheet}
    </>
  );

  function nameOf(one: OwnInterview): string {
    const who = [t(`interview.words.group.${one.group}`), one.line_of_work, one.place].filter(Boolean).join(" · ");
    return one.number ? `${one.number}. ${who}` : who;
  }
}
