/** What can be done from several places: by a button, a menu or a key. Each is one command. */

import { newId } from "../../../shared/web/front/ids";
import type { Activity, Card, Cluster, Refusal } from "../../../shared/web/front/records";
import { lacking } from "../../../shared/web/front/results/vote";
import { agendaOf, cardsOf, clustersOf, letterOf, sourceOf, stepOf, workshopOf } from "../../../shared/web/front/select";
import type { App } from "./app";
import { positionFor } from "./drop";
import { KINDS } from "./kinds";
import { mainAct, neighbours } from "./mainAct";
import { undoable } from "./undo";

/** Walk on: the one next act. `patient`: closing waits for what is still on phones. */
export function actMain(app: App, patient = true): void {
  const act = mainAct(workshopOf(app.board), agendaOf(app.board), (step) => kindOf(step));
  if (!act) return;
  if (act.verb === null) {
    location.assign(app.boot.urls.minutes);
    return;
  }
  const step = stepOf(app.board);
  if (act.verb === "activity.confirm" && step && lacking(step)) {
    app.agreeing.value = step.id;
    return;
  }
  if (patient && ends(act.verb, step) && app.grace.until.value === null && app.grace.unsent > 0) {
    app.grace.wait(() => actMain(app, false));
    return;
  }
  app.grace.stop();
  const sign = JSON.stringify([act.verb, act.args]);
  if (walking.get(app) === sign) return; // pressed again before the change was heard
  walking.set(app, sign);
  const done = app.t("console.toast.done", { act: app.t(act.key, act.params) });
  void app.act(act.verb, act.args, done).finally(() => walking.get(app) === sign && walking.delete(app));
}

/** The act that was sent and has no answer yet: its change may be heard, and the next act be read, before that. */
const walking = new WeakMap<App, string>();

/** Say whether an act closes what is open, so that nothing more can come in. */
function ends(verb: string, step: Activity | undefined): boolean {
  return step?.phase === "open" && (verb === "activity.close" || verb === "activity.confirm");
}

export function kindOf(step: Activity) {
  return KINDS[step.kind] ?? (KINDS.discussion as NonNullable<(typeof KINDS)[string]>);
}

export function goTo(app: App, step: Activity): void {
  app.chosen.value = [];
  void app.act("activity.enter", { activity: step.id }, app.t("console.toast.entered", { title: step.title }));
}

export function goBy(app: App, way: "before" | "after"): void {
  const step = neighbours(workshopOf(app.board), agendaOf(app.board))[way];
  if (step) goTo(app, step);
}

export function togglePause(app: App): void {
  const on = !workshopOf(app.board)?.paused;
  void app.act("room.pause", { paused: on }, app.t(on ? "console.toast.paused" : "console.toast.unpaused"));
}

export function toggleCover(app: App): void {
  const on = !workshopOf(app.board)?.wall?.covered;
  void app.act("wall.cover", { covered: on }, app.t(on ? "console.toast.covered" : "console.toast.uncovered"));
}

export function toggleLock(app: App): void {
  const on = !workshopOf(app.board)?.locked;
  void app.act("room.lock", { locked: on }, app.t(on ? "console.toast.locked" : "console.toast.unlocked"));
}

export function toggleJoin(app: App): void {
  const shows = workshopOf(app.board)?.wall?.shows === "join" ? "step" : "join";
  void app.act("wall.show", { shows }, app.t(`console.toast.shows_${shows}`));
}

export function undoLast(app: App): void {
  app.whenCaughtUp(() => void step(app, "undo"));
}

export function redoLast(app: App): void {
  app.whenCaughtUp(() => void step(app, "redo"));
}

async function step(app: App, way: "undo" | "redo"): Promise<void> {
  const found = undoable(app.board.acts, app.stuck.value)[way];
  if (found && (await app.undo(found.version)))
    app.toasts.say(app.t(way === "undo" ? "console.toast.undone" : "console.toast.redone", named(app, found)));
}

function named(app: App, act: { verb: string }): { act: string } {
  return { act: app.t(`verbs.${act.verb}`) };
}

export function hideCard(app: App, card: Card): void {
  if (card.state === "hidden") void app.act("card.restore", { card: card.id }, app.t("console.toast.restored", quoted(card)));
  else void app.act("card.hide", { card: card.id }, app.t("console.toast.hidden", quoted(card)));
}

/** Let a waiting card hang; mark or unmark one that hangs. */
export function approveCard(app: App, card: Card): void {
  if (card.state === "waiting") void app.act("card.approve", { card: card.id }, app.t("console.toast.approved", quoted(card)));
  else void app.act("card.pin", { card: card.id, pinned: !card.pinned });
}

/** Stack cards on the first of them. */
export async function stackCards(app: App, cards: readonly string[]): Promise<void> {
  const [into, ...rest] = cards;
  const versions: number[] = [];
  app.chosen.value = [];
  for (const card of rest) {
    const answer = await app.sender.send("card.merge", { card, into });
    if (!answer.ok) return refused(app, answer);
    versions.push(answer.version ?? 0);
  }
  app.toasts.say(app.t("console.toast.stacked", { n: cards.length }), versions);
}

/** The sorting that the room is at: the running step where it sorts, else the one that the running step takes from. */
export function sortingOf(app: App): Activity | undefined {
  const step = stepOf(app.board);
  if (!step || step.kind === "cluster") return step;
  const source = sourceOf(app.board, step);
  return source?.kind === "cluster" ? source : undefined;
}

/** The cards of a sorting as the facilitator sees them, what is on its way included. */
export function placedCards(app: App, sorting: Activity): Card[] {
  const source = sourceOf(app.board, sorting);
  const cards = source ? cardsOf(app.board, source.id) : [];
  return cards.map((card) => app.placements.of(card)).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** Put cards into a group (null: out of all), the first before a neighbour. Shown at once, slipping back where refused. */
export async function moveCards(
  app: App,
  sorting: Activity,
  ids: readonly string[],
  cluster: string | null,
  before: string | null,
) {
  const cards = placedCards(app, sorting);
  const moved = ids
    .flatMap((id) => cards.find((card) => card.id === id) ?? [])
    .filter((c) => before !== null || c.cluster !== cluster);
  app.chosen.value = [];
  const versions: number[] = [];
  await Promise.all(
    moved.map(async (card) => {
      const fellows = placedCards(app, sorting).filter((other) => other.cluster === cluster && other.id !== card.id);
      const from = card.cluster; // as it is seen, for what is still on its way comes before
      const answered = app.placements.put(card.id, cluster, positionFor(fellows, before));
      const answer = await app.sender.send("card.move", { card: card.id, cluster, from, ...(before ? { before } : {}) });
      answered(answer.ok ? (answer.version ?? 0) : null);
      if (answer.ok) versions.push(answer.version ?? 0);
      else refused(app, answer);
    }),
  );
  const first = moved[0];
  if (!first || versions.length < moved.length) return;
  const group = cluster ? groupName(app, cluster) : app.t("cluster.console.unsorted");
  const one = app.t("cluster.console.moved", { card: short(first.text), group });
  const said = moved.length > 1 ? app.t("cluster.console.put", { n: moved.length, group }) : one;
  app.toasts.say(
    said,
    versions.sort((a, b) => a - b),
  );
}

function refused(app: App, answer: Refusal): void {
  app.toasts.warn(answer.code === "no_line" ? app.t("console.toast.no_line") : answer.message);
}

/** Make a group, of the chosen cards where some are chosen; answers with its id once it is there. */
export async function addGroup(app: App, sorting: Activity): Promise<string | null> {
  const cards = [...app.chosen.value];
  const cluster = newId();
  const letter = letterOf(clustersOf(app.board, sorting.id).length);
  app.chosen.value = [];
  const title = app.t("cluster.console.new_group", { letter });
  const done = app.t("cluster.console.made", { letter });
  const taken = await app.act("cluster.add", { activity: sorting.id, cluster, title, ...(cards.length ? { cards } : {}) }, done);
  return taken ? cluster : null;
}

export function groupName(app: App, id: string): string {
  const cluster: Cluster | undefined = app.board.get("cluster", id);
  if (!cluster) return "";
  const place = clustersOf(app.board, cluster.activity).findIndex((other) => other.id === id);
  return `${letterOf(place)} ${cluster.short || cluster.title}`;
}

export function short(text: string): string {
  return text.length > 48 ? `${text.slice(0, 46).trimEnd()}…` : text;
}

function quoted(card: Card): { card: string } {
  return { card: short(card.text) };
}
