/** A group: its name to be changed in place, its cards below, its acts in a menu. */

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity, Cluster } from "../../../../../shared/web/front/records";
import { moveCards } from "../../acts";
import { Mark, onEnter, useApp } from "../../view";
import { Menu } from "../../views/Menu";
import { GroupSheet } from "./GroupSheet";
import { groupItems } from "./groupItems";

interface Props {
  group: Cluster;
  letter: string;
  place: number;
  groups: readonly Cluster[];
  step: Activity;
  chosen: readonly string[];
  count: number;
  children: ComponentChildren;
}

export function Pile({ group, letter, place, groups, step, chosen, count, children }: Props) {
  const app = useApp();
  const { t } = app;
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [part, setPart] = useState<"all" | "merge">("all");
  const [sheet, setSheet] = useState(false);
  const close = () => {
    setMenu(null);
    setPart("all");
  };
  const items = groupItems(app, { group, groups, step, chosen, part, merge: () => setPart("merge"), open: () => setSheet(true) });
  return (
    <section class={group.aside ? "pilebox aside" : "pilebox"} data-pile={group.id} aria-label={`${letter} ${group.title}`}>
      <header>
        <Mark pictogram={group.pictogram} letter={letter} />
        {group.pictogram && <b class="k">{letter}</b>}
        <Name group={group} letter={letter} />
        {place < 9 && app.prefs.keys.value && (
          <i class="kbd digit" aria-hidden="true">
            {place + 1}
          </i>
        )}
        <span class="num" title={t("cluster.console.cards", { n: count })}>
          {count}
        </span>
        <button
          type="button"
          class="dots3"
          aria-haspopup="menu"
          aria-label={t("cluster.console.menu", { letter })}
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <span aria-hidden="true">⋯</span>
        </button>
      </header>
      {chosen.length > 0 && (
        <button type="button" class="btn small put" onClick={() => void moveCards(app, step, chosen, group.id, null)}>
          {t("cluster.console.put_here", { n: chosen.length })}
        </button>
      )}
      {group.aside && <p class="chip">{t("cluster.console.is_aside")}</p>}
      <ul>{children}</ul>
      {menu && <Menu key={part} anchor={menu} label={group.title} items={items} close={close} />}
      {sheet && <GroupSheet group={group} close={() => setSheet(false)} />}
    </section>
  );
}

/** The name where it stands: type, Enter or leave to keep, Escape to leave it as it was. */
function Name({ group, letter }: { group: Cluster; letter: string }) {
  const app = useApp();
  const box = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? group.title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: as tall as its words
  useEffect(() => {
    const here = box.current;
    if (!here) return;
    here.style.height = "auto";
    here.style.height = `${here.scrollHeight}px`;
  }, [shown]);
  const keep = async () => {
    const title = (typed ?? "").trim();
    if (typed === null || !title || title === group.title) {
      setTyped(null);
      return;
    }
    await app.act("cluster.rename", { cluster: group.id, title }, app.t("cluster.console.renamed", { title }));
    setTyped(null);
  };
  return (
    <textarea
      ref={box}
      class="name"
      rows={1}
      maxLength={120}
      data-name={group.id}
      aria-label={app.t("cluster.console.name_of", { letter })}
      value={shown}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={onEnter(
        () => box.current?.blur(),
        () => {
          setTyped(null);
          setTimeout(() => box.current?.blur(), 0);
        },
      )}
    />
  );
}
