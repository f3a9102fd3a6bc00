import { useState } from "preact/hooks";
import { lengthOf, oneLine } from "../../../../shared/web/front/text";
import type { Group } from "../../sorting";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";
import { MOST_TITLE } from "./ToGroupSheet";

export function RenameSheet({ group, close }: { group: Group; close(): void }) {
  const app = useApp();
  const { t } = app;
  const [title, setTitle] = useState(group.title);
  const name = oneLine(title);
  const fits = name !== "" && lengthOf(name) <= MOST_TITLE;
  const save = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    if (name !== group.title) void app.do("cluster.rename", { cluster: group.id, title: name });
    close();
  };
  return (
    <Sheet title={t("cluster.phone.rename_title")} close={close}>
      <form class="stack" onSubmit={save}>
        <label for="group-title">{t("cluster.phone.name")}</label>
        <input
          id="group-title"
          data-first
          class="inp"
          value={title}
          autocomplete="off"
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <button type="submit" class="btn go" aria-disabled={!fits}>
          {t("cluster.phone.save_name")}
        </button>
        <button type="button" class="btn quiet" onClick={close}>
          {t("phone.leave_as_is")}
        </button>
      </form>
    </Sheet>
  );
}
