/** The left side: the day on its string with its real times, each step one press away. */

import { useEffect, useRef } from "preact/hooks";
import { agendaOf, workshopOf } from "../../../../shared/web/front/select";
import { timeOf } from "../../times";
import { goTo } from "../acts";
import { breakAhead, minutesBehind, type Slot, slots } from "../agenda";
import { clockOf, useApp, useTick } from "../view";

export function Agenda({ openHelp }: { openHelp(): void }) {
  const { board, boot, clock, t } = useApp();
  useTick(10_000);
  const workshop = workshopOf(board);
  const steps = agendaOf(board);
  const now = clock.now();
  const behind = minutesBehind(steps, workshop, now);
  const rest = breakAhead(steps, workshop, behind ?? 0);
  const list = useRef<HTMLOListElement>(null);
  // The running step stays in sight.
  useEffect(() => {
    const here = list.current;
    const now = here?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (here && now) here.scrollTop = now.offsetTop - here.clientHeight / 3;
  }, [workshop?.now]);
  return (
    <nav class="c-agenda" aria-label={t("console.agenda.title")}>
      <h2>
        <span>{t("console.agenda.title")}</span>
        <span class="num">{clockOf(boot.language, now)}</span>
      </h2>
      <ol class="thread" ref={list}>
        {slots(steps, workshop, now).map((slot) => (
          <Line key={slot.step.id} slot={slot} />
        ))}
      </ol>
      {behind !== null && behind > 0 && (
        <p class="late">
          {t("console.agenda.behind", { n: behind })} {rest && t("console.agenda.break", { title: rest.title })}
        </p>
      )}
      {behind !== null && behind < 0 && <p class="early">{t("console.agenda.ahead", { n: -behind })}</p>}
      <ul class="c-links">
        <li>
          <a href={boot.urls.minutes}>{t("console.minutes")}</a>
        </li>
        <li>
          <a href={boot.urls.prepare}>{t("console.prepare")}</a>
        </li>
        <li>
          <a href={boot.urls.findings}>{t("findings.console.title")}</a>
        </li>
        <li>
          <a href={boot.urls.settings}>{t("console.settings")}</a>
        </li>
        <li>
          <button type="button" class="linklike" aria-keyshortcuts="?" onClick={openHelp}>
            {t("console.keys.title")}
          </button>
        </li>
      </ul>
    </nav>
  );
}

const PINS = { done: "pin ok", now: "pin", ahead: "pin todo" };

function Line({ slot }: { slot: Slot }) {
  const app = useApp();
  const { t, boot } = app;
  const { step, state, begins, took } = slot;
  const planned = slot.planned === null ? "" : timeOf(slot.planned);
  const clock = begins === null ? planned : clockOf(boot.language, begins);
  const minutes =
    took === null
      ? t("console.agenda.minutes", { n: step.minutes })
      : t("console.agenda.took", { n: took, planned: step.minutes });
  return (
    <li>
      <span class={PINS[state]} aria-hidden="true" />
      <button
        type="button"
        aria-current={state === "now" ? "step" : undefined}
        onClick={() => state !== "now" && goTo(app, step)}
      >
        <span class="tx">{step.title}</span>
        <small class="num">
          {planned && planned !== clock && (
            <>
              <span class="vh">{t("console.agenda.plan", { time: planned })}, </span>
              <s aria-hidden="true">{planned}</s>{" "}
            </>
          )}
          {clock && `${clock} · `}
          {minutes}
        </small>
      </button>
    </li>
  );
}
