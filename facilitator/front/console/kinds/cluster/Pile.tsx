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
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const here = box.current;
    if (here && here !== document.activeElement) here.textContent = group.title;
  }, [group.title]);
  const keep = async () => {
    const here = box.current;
    const title = (here?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 120);
    const renaming = title && title !== group.title;
    const taken =
      renaming && (await app.act("cluster.rename", { cluster: group.id, title }, app.t("cluster.console.renamed", { title })));
    if (here && !taken) here.textContent = group.title;
    here?.scrollTo(0, 0);
  };
  const leave = () => {
    if (box.current) box.current.textContent = group.title;
    box.current?.blur();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box of one line would hide half of a long name
    <div
      ref={box}
      class="name"
      role="textbox"
      tabIndex={0}
      contentEditable="plaintext-only"
      spellcheck={false}
      data-name={group.id}
      aria-label={app.t("cluster.console.name_of", { letter })}
      onBlur={() => void keep()}
      onKeyDown={onEnter(() => box.current?.blur(), leave)}
    />
  );
}
