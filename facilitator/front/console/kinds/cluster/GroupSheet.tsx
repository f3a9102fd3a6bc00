import { useState } from "preact/hooks";
import { PICTOGRAMS, Pictogram } from "../../../../../shared/web/front/pictograms";
import type { Cluster } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

const SHORT = 16;

/** The whole name for the minutes, the short one and the picture for wall and phones. */
export function GroupSheet({ group, close }: { group: Cluster; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [title, setTitle] = useState(group.title);
  const [short, setShort] = useState(group.short);
  const [pictogram, setPictogram] = useState(group.pictogram);
  const save = async () => {
    const args = { cluster: group.id, title: title.trim() || group.title, short: short.trim(), pictogram };
    if (await app.act("cluster.rename", args, t("cluster.console.renamed", { title: args.title }))) close();
  };
  return (
    <Dialog title={t("cluster.console.sheet")} close={close} save={{ label: t("common.save"), act: () => void save() }}>
      <label class="fld">
        <span>{t("cluster.console.title")}</span>
        <input class="in" data-first maxLength={120} value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <label class="fld">
        <span>{t("cluster.console.short", { n: SHORT })}</span>
        <input class="in" maxLength={SHORT} value={short} onInput={(event) => setShort(event.currentTarget.value)} />
      </label>
      <fieldset class="c-pics">
        <legend>{t("cluster.console.picture")}</legend>
        {["", ...PICTOGRAMS].map((name) => (
          <label key={name} class={name === pictogram ? "on" : ""} title={name || t("cluster.console.no_picture")}>
            <input type="radio" class="vh" name="pictogram" checked={name === pictogram} onChange={() => setPictogram(name)} />
            <span class="vh">{name || t("cluster.console.no_picture")}</span>
            {name ? <Pictogram name={name} /> : <span aria-hidden="true">–</span>}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
