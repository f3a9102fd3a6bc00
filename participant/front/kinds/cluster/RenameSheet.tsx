import type { Group } from "../../sorting";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";
import { useTitle } from "./title";

export function RenameSheet({ group, close }: { group: Group; close(): void }) {
  const app = useApp();
  const { t } = app;
  const { typed, name, fits, type, leave } = useTitle(group.id, group.title, close);
  const save = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    if (name !== group.title) void app.do("cluster.rename", { cluster: group.id, title: name });
    leave();
  };
  return (
    <Sheet title={t("cluster.phone.rename_title")} close={leave}>
      <form class="stack" onSubmit={save}>
        <label for="group-title">{t("cluster.phone.name")}</label>
        <input
          id="group-title"
          data-first
          class="inp"
          value={typed}
          autocomplete="off"
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="btn go" aria-disabled={!fits}>
          {t("cluster.phone.save_name")}
        </button>
        <button type="button" class="btn quiet" onClick={leave}>
          {t("phone.leave_as_is")}
        </button>
      </form>
    </Sheet>
  );
}
