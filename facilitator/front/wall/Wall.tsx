/** What hangs: covered, the door, one group, or the running step. */

import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { partOf } from "../../../shared/web/front/results/vote";
import { agendaOf, stepOf, votesOf, workshopOf } from "../../../shared/web/front/select";
import type { App } from "./app";
import { Footer } from "./Footer";
import { Handout } from "./Handout";
import { Join } from "./Join";
import { KINDS } from "./kinds";
import { Draw, freshLot } from "./kinds/vote/Draw";
import { Part } from "./kinds/vote/Part";
import { Spotlight } from "./Spotlight";
import { AppContext, useApp, useNews, useTick } from "./view";

const WORD_AFTER = 60_000; // ms without a line after which the footer says so
const PIN_AFTER = 5_000;

export function Wall({ app }: { app: App }) {
  useNews(app);
  const workshop = workshopOf(app.board);
  const look = workshop?.wall;
  useEffect(() => {
    document.body.classList.toggle("eve", look?.theme === "evening");
    document.body.dataset.letters = look?.letters ?? "m";
  }, [look?.theme, look?.letters]);
  return (
    <AppContext.Provider value={app}>
      <Picture />
      <Lost />
    </AppContext.Provider>
  );
}

function Picture() {
  const app = useApp();
  const workshop = workshopOf(app.board);
  if (!workshop || app.link.goodbye === "revoked") return <Quiet words={app.t("wall.nothing")} />;
  if (workshop.wall?.covered) return <Quiet words={app.t("wall.covered")} />;
  if (workshop.wall?.shows === "handout" && workshop.handout) return <Handout />;
  if (workshop.ended_at !== null) {
    const last = votesOf(app.board).pop();
    const Result = last && KINDS[last.kind];
    return last && Result ? <Hung step={last} View={Result} /> : <Quiet words={app.t("wall.thanks")} />;
  }
  const step = stepOf(app.board);
  const spotlight = app.board.get("cluster", workshop.wall?.cluster);
  if (workshop.wall?.shows === "spotlight" && spotlight) return <Spotlight cluster={spotlight} />;
  if (!step || workshop.wall?.shows === "join") return <Join />;
  const View = KINDS[step.kind] ?? KINDS.discussion;
  return View ? <Hung step={step} View={View} key={step.id} /> : null;
}

/** A step as its kind shows it, unless a lot has just been drawn or only a part of the result is told. */
function Hung({ step, View }: { step: Activity; View: ComponentType<{ step: Activity }> }) {
  const app = useApp();
  useTick(1000, Boolean(step.lots?.length));
  const lot = freshLot(step, app.clock.now());
  if (lot) return <Draw step={step} lot={lot} />;
  const part = partOf(step);
  return part ? <Part step={step} part={part} /> : <View step={step} />;
}

/** The sheet that hangs when nothing else does: the three shapes, one line, and the way in for latecomers. */
function Quiet({ words }: { words: string }) {
  const app = useApp();
  const workshop = workshopOf(app.board);
  return (
    <>
      <main class="w-big">
        <span class="mark w-mark" aria-hidden="true">
          <span class="sh priv" />
          <span class="sh pub" />
          <span class="sh semi" />
        </span>
        <h1>{words}</h1>
      </main>
      {workshop && <Footer join={workshop.ended_at === null}>{workshop.title}</Footer>}
    </>
  );
}

/** The line is lost: the picture stays; a small pin tells the facilitator, and later a word in the corner. */
function Lost() {
  const app = useApp();
  const since = app.link.downSince;
  useTick(1000, since !== null);
  const lost = since === null ? 0 : Date.now() - since;
  if (lost < PIN_AFTER || app.link.state === "ended") return null;
  return (
    <p class="w-lost" role="status">
      <span class="pin wait" aria-hidden="true" />
      {lost >= WORD_AFTER && app.t("wall.waiting_for_laptop")}
    </p>
  );
}

/** The next step's name, for the sheets between two steps. */
export function nextTitle(app: App): string {
  const now = stepOf(app.board);
  const agenda = agendaOf(app.board);
  return agenda.find((step) => step.position > (now?.position ?? 0))?.title ?? "";
}
