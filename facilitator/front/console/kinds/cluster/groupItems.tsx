/** What a group's menu holds. */

import { newId } from "../../../../../shared/web/front/ids";
import type { Activity, Cluster } from "../../../../../shared/web/front/records";
import { groupName } from "../../acts";
import type { App } from "../../app";
import { focusName } from "../../keyboard";
import type { Item } from "../../views/Menu";
import { spotlight } from "../../views/Mirror";

interface About {
  group: Cluster;
  groups: readonly Cluster[];
  step: Activity;
  chosen: readonly string[];
  /** "merge": the second list, of the groups that this one may go into. */
  part: "all" | "merge";
  merge(): void;
  open(): void;
}

export function groupItems(app: App, about: About): (Item | null)[] {
  const { group, groups, step, part } = about;
  const { t } = app;
  if (part === "merge") return intoItems(app, group, groups);
  const fixed = step.phase === "confirmed";
  const items: (Item | null)[] = [
    { label: t("cluster.console.details"), act: about.open },
    { label: t("cluster.console.spotlight"), act: () => spotlight(app, group.id) },
  ];
  items.push(null, ...places(app, group, groups));
  if (!fixed) items.push(null, ...taking(app, about));
  items.push({
    label: t(group.aside ? "cluster.console.take_back" : "cluster.console.set_aside"),
    act: () => void app.act("cluster.set_aside", { cluster: group.id, aside: !group.aside }, t("cluster.console.aside_done")),
  });
  if (!fixed) {
    const apart = t("cluster.console.was_removed", { title: group.title });
    items.push({ label: t("cluster.console.remove"), act: () => void app.act("cluster.remove", { cluster: group.id }, apart) });
  }
  return items;
}

function intoItems(app: App, group: Cluster, groups: readonly Cluster[]): Item[] {
  return groups
    .filter((other) => other.id !== group.id)
    .map((other) => ({
      label: groupName(app, other.id),
      act: () => void app.act("cluster.merge", { cluster: group.id, into: other.id }, app.t("cluster.console.merged")),
    }));
}

/** One place to the front or to the back, among those that are set aside or among those that are not. */
function places(app: App, group: Cluster, groups: readonly Cluster[]): Item[] {
  const fellows = groups.filter((other) => other.aside === group.aside);
  const at = fellows.indexOf(group);
  const move = (before: string | null) => () =>
    void app.act("cluster.move", { cluster: group.id, ...(before ? { before } : {}) }, app.t("cluster.console.was_moved"));
  const items: Item[] = [];
  if (at > 0) items.push({ label: app.t("cluster.console.earlier"), act: move(fellows[at - 1]?.id ?? null) });
  if (at < fellows.length - 1) items.push({ label: app.t("cluster.console.later"), act: move(fellows[at + 2]?.id ?? null) });
  return items;
}

function taking(app: App, { group, groups, chosen, merge }: About): Item[] {
  const { t } = app;
  const mine = chosen.filter((id) => app.board.get("card", id)?.cluster === group.id);
  const items: Item[] = [];
  if (groups.length > 1) items.push({ label: t("cluster.console.merge"), stays: true, act: merge });
  if (mine.length > 0) {
    items.push({ label: t("cluster.console.split", { n: mine.length }), act: () => void split(app, group, mine) });
  }
  return items;
}

async function split(app: App, group: Cluster, cards: readonly string[]): Promise<void> {
  const into = newId();
  const title = app.t("cluster.console.part_of", { title: group.title }).slice(0, 120);
  app.chosen.value = [];
  if (await app.act("cluster.split", { cluster: group.id, into, title, cards }, app.t("cluster.console.was_split")))
    focusName(into);
}
