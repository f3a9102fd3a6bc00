import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { agendaOf, clustersOf } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";

interface Props {
  activity: Activity;
  begin(title: string, cluster: string | null): void;
  close(): void;
}

/** A new sketch begins with its name, and with the group of obstacles that it is to loosen. */
export function Begin({ activity, begin, close }: Props) {
  const { t, board, drafts, typing } = useApp();
  const draft = `form/${activity.id}`;
  const [title, setTitle] = useState(() => drafts.get(draft));
  const [cluster, setCluster] = useState("");
  const sorting = agendaOf(board)
    .filter((step) => step.position < activity.position && step.kind === "cluster")
    .pop();
  const groups = sorting ? clustersOf(board, sorting.id).filter((group) => !group.aside) : [];
  const submit = (event: Event) => {
    event.preventDefault();
    if (!title.trim()) return;
    drafts.set(draft, "");
    typing.end();
    begin(title.trim(), cluster || null);
  };
  const leave = () => {
    typing.end();
    close();
  };
  return (
    <Sheet title={t("sheet.phone.begin")} close={leave}>
      <form class="stack" onSubmit={submit}>
        <label for="sk-title">{t("common.sheet.title")}</label>
        <input
          id="sk-title"
          class="inp"
          data-first
          maxLength={160}
          autocomplete="off"
          value={title}
          onInput={(event) => {
            setTitle(event.currentTarget.value);
            drafts.set(draft, event.currentTarget.value);
            typing.begin(activity.id);
          }}
        />
        {groups.length > 0 && (
          <>
            <label for="sk-group">{t("sheet.phone.group")}</label>
            <select id="sk-group" class="inp" value={cluster} onChange={(event) => setCluster(event.currentTarget.value)}>
              <option value="">{t("sheet.phone.no_group")}</option>
              {groups.map((group) => (
                <option key={group.id} value={group.id}>
                  {group.title}
                </option>
              ))}
            </select>
          </>
        )}
        <button type="submit" class="btn go wide" aria-disabled={!title.trim()}>
          {t("sheet.phone.go")}
        </button>
      </form>
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.cancel")}
      </button>
    </Sheet>
  );
}
