/** "On the wall now": the wall's own page, small, and what may hang there. */

import { useState } from "preact/hooks";
import type { Workshop } from "../../../../shared/web/front/records";
import { clustersOf } from "../../../../shared/web/front/select";
import { groupName, sortingOf, toggleJoin } from "../acts";
import { Key, useApp } from "../view";
import { Menu } from "./Menu";

export function Mirror({ workshop }: { workshop: Workshop }) {
  const app = useApp();
  const { board, boot, t } = app;
  const shows = workshop.wall?.shows ?? "step";
  const open = board.presence?.walls ?? 0;
  const show = (what: "step" | "handout") => void app.act("wall.show", { shows: what }, t(`console.toast.shows_${what}`));
  return (
    <section class="mirror" aria-labelledby="mirror-title">
      <h2 id="mirror-title">
        {t("console.wall.title")}
        {boot.urls.projector && (
          <span class={open ? "chip ok" : "chip open"}>
            {open ? t("console.wall.open", { n: open }) : t("console.wall.none")}
          </span>
        )}
      </h2>
      {boot.urls.projector ? (
        <div class="scr">
          <iframe src={`${boot.urls.projector}?mirror=1`} title={t("console.wall.picture")} tabIndex={-1} loading="lazy" />
        </div>
      ) : (
        <p class="empty">{t("console.wall.no_address")}</p>
      )}
      <div class="row">
        <button type="button" class="btn" aria-pressed={shows === "join"} aria-keyshortcuts="J" onClick={() => toggleJoin(app)}>
          {t("console.wall.join")} <Key sign="J" />
        </button>
        <button type="button" class="btn" aria-pressed={shows === "step"} onClick={() => show("step")}>
          {t("console.wall.step")}
        </button>
        <Spotlight on={shows === "spotlight"} />
        {workshop.handout && (
          <button type="button" class="btn" aria-pressed={shows === "handout"} onClick={() => show("handout")}>
            {t("console.wall.handout")}
          </button>
        )}
        <Look workshop={workshop} />
      </div>
      {boot.urls.projector && !open && (
        <a href={boot.urls.projector} target="_blank" rel="noopener">
          {t("console.wall.open_it")}
        </a>
      )}
    </section>
  );
}

function Spotlight({ on }: { on: boolean }) {
  const app = useApp();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const sorting = sortingOf(app);
  const groups = sorting ? clustersOf(app.board, sorting.id) : [];
  const words = groups.length ? undefined : app.t("console.wall.no_groups");
  return (
    <>
      <button
        type="button"
        class="btn"
        aria-pressed={on}
        aria-haspopup="menu"
        aria-disabled={!groups.length}
        title={words}
        onClick={(event) => groups.length && setMenu(event.currentTarget)}
      >
        {app.t("console.wall.spotlight")}
      </button>
      {menu && (
        <Menu
          anchor={menu}
          label={app.t("console.wall.spotlight")}
          close={() => setMenu(null)}
          items={groups.map((group) => ({
            label: groupName(app, group.id),
            act: () => spotlight(app, group.id),
          }))}
        />
      )}
    </>
  );
}

const LETTERS = ["s", "m", "l"] as const;
const THEMES = ["day", "evening"] as const;

/** How large the letters are and whether the room is lit: asked once, of the last row. */
function Look({ workshop }: { workshop: Workshop }) {
  const app = useApp();
  const { t } = app;
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const item = (name: "letters" | "theme", value: string) => ({
    label: `${workshop.wall?.[name] === value ? "✓ " : ""}${t(`console.wall.${name}_${value}`)}`,
    act: () => void app.act("wall.look", { [name]: value }, t("console.wall.looked")),
  });
  const items = [...LETTERS.map((value) => item("letters", value)), null, ...THEMES.map((value) => item("theme", value))];
  return (
    <>
      <button
        type="button"
        class="btn look"
        aria-haspopup="menu"
        aria-label={t("console.wall.look")}
        title={t("console.wall.look")}
        onClick={(event) => setMenu(event.currentTarget)}
      >
        <span aria-hidden="true">Aa</span>
      </button>
      {menu && <Menu anchor={menu} label={t("console.wall.look")} items={items} close={() => setMenu(null)} />}
    </>
  );
}

export function spotlight(app: ReturnType<typeof useApp>, cluster: string): void {
  const said = app.t("console.toast.spotlight", { group: groupName(app, cluster) });
  void app.act("wall.show", { shows: "spotlight", cluster }, said);
}
