import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { votesOf, workshopOf } from "../../../shared/web/front/select";
import { KINDS } from "../kinds";
import { useApp, useLater, useNews } from "../view";
import { Agenda } from "./Agenda";
import { ConnectionBanner, GoneOnBar } from "./Banner";
import { Greeting } from "./Greeting";
import { HandoutLink } from "./HandoutLink";
import { Header } from "./Header";
import { Me } from "./Me";
import { usePage } from "./page";
import { RestingDrafts } from "./RestingDrafts";
import { useShownStep } from "./step";
import { Voice } from "./Voice";
import { WaitCard } from "./WaitCard";
import { Welcome } from "./Welcome";
import { WrongWindow } from "./WrongWindow";

/** The participant's one page: header, what the connection does, and the step that the room is at. */
export function Phone() {
  const app = useApp();
  useNews(app);
  const [asked, go] = usePage();
  const page = app.link.goodbye ? "" : asked;
  const step = useShownStep();
  useStepFocus(step.shown?.id ?? null, page === "me");
  useWayBack(step.shown, page === "me", () => go(""));
  return (
    <>
      <Header page={page} go={go} />
      <ConnectionBanner />
      {page !== "me" && <Greeting step={step.shown?.id ?? null} change={() => go("me")} />}
      {step.held && <GoneOnBar goOn={step.goOn} />}
      <main class="ph-main">{page === "me" ? <Me leave={() => go("")} /> : <Screen activity={step.shown} />}</main>
      <WrongWindow />
      <Voice />
    </>
  );
}

/** What there is to do, or why there is nothing to do. */
function Screen({ activity }: { activity: Activity | undefined }) {
  const app = useApp();
  const { t, board, link, boot } = app;
  const workshop = workshopOf(board);
  const again = (
    <button type="button" class="btn go wide" onClick={() => link.restart()}>
      {t("phone.moved.here")}
    </button>
  );
  if (link.goodbye === "moved" || link.goodbye === "crowded")
    return (
      <WaitCard pin="wait" title={t("phone.moved.title")} text={t("phone.moved.text")}>
        {again}
      </WaitCard>
    );
  if (link.goodbye) {
    return (
      <WaitCard pin="wait" title={t("phone.removed.title")} text={t("phone.removed.text")}>
        <a class="btn wide" href={boot.urls.join ?? "/"}>
          {t("phone.removed.join")}
        </a>
      </WaitCard>
    );
  }
  if (!workshop) return <Loading />;
  if (workshop.ended_at) {
    return (
      <>
        <WaitCard pin="ok" title={t("phone.end.title")} text={t("phone.end.text")}>
          <HandoutLink />
        </WaitCard>
        {votesOf(board).map((vote) => {
          const View = KINDS[vote.kind] ?? app.later.kinds[vote.kind];
          return View && <View key={vote.id} activity={vote} />;
        })}
        <Agenda />
      </>
    );
  }
  if (workshop.paused) return <WaitCard pin="wait" title={t("phone.paused.title")} text={t("phone.paused.text")} />;
  const View = activity && (KINDS[activity.kind] ?? app.later.kinds[activity.kind]);
  if (View) return <View key={activity.id} activity={activity} />;
  if (activity && !app.later.there) return <Fetching />;
  return (
    <>
      <Welcome />
      <RestingDrafts />
      <Agenda />
    </>
  );
}

/** The step's view is not on this phone yet: it is fetched now. */
function Fetching() {
  useLater();
  return <Loading />;
}

/** Grey rows where the question and the first entries will stand; after a while, what to check. */
function Loading() {
  const { t } = useApp();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 8000);
    return () => clearTimeout(timer);
  }, []);
  if (long) return <WaitCard pin="wait" title={t("phone.lost.title")} text={t("phone.lost.text")} />;
  return (
    <div class="loading" aria-hidden="true">
      <span class="row tall" />
      <span class="row" />
      <span class="row" />
    </div>
  );
}

/** What the room begins leads back from the page "You": nobody is to miss it over their settings. */
function useWayBack(step: Activity | undefined, away: boolean, leave: () => void): void {
  const { board, speech, t } = useApp();
  const known = useRef<string | undefined>(undefined);
  const led = useRef(false);
  const ready = workshopOf(board) !== undefined;
  const begun = step && (step.phase === "open" || step.phase === "revealed") ? `${step.id} ${step.phase}` : "";
  useEffect(() => {
    if (!ready || known.current === begun) return;
    const first = known.current === undefined;
    known.current = begun;
    if (first || !away || !step || !begun) return;
    led.current = true;
    speech.alert(t("phone.step.now", { title: step.title }));
    leave();
  }, [begun, ready]);
  useEffect(() => {
    if (away || !led.current) return;
    led.current = false;
    document.getElementById("question")?.focus();
    window.scrollTo(0, 0);
  }, [away]);
}

/** A new step takes the focus to its question, so that it is read; the first one and the page "You" do not. */
function useStepFocus(shown: string | null, away: boolean): void {
  const { board, speech, t } = useApp();
  const known = useRef<string | null | undefined>(undefined);
  const ready = workshopOf(board) !== undefined;
  useEffect(() => {
    if (!ready) return;
    const first = known.current === undefined;
    known.current = shown;
    if (first || away) return;
    const step = board.get("activity", shown);
    speech.alert(step ? t("phone.step.now", { title: step.title }) : t("phone.step.none"));
    document.getElementById("question")?.focus();
    window.scrollTo(0, 0);
  }, [shown, ready]);
}
