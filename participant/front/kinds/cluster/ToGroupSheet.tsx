import { newId } from "../../../../shared/web/front/ids";
import type { Activity } from "../../../../shared/web/front/records";
import type { Group } from "../../sorting";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { Sheet } from "../../views/Sheet";
import type { Chosen } from "./Sort";
import { useTitle } from "./title";

interface Props {
  activity: Activity;
  groups: Group[];
  chosen: Chosen;
  done(): void;
  close(): void;
}

/** Where the chosen cards belong: in a group that there is, in a new one, or in none. */
export function ToGroupSheet({ activity, groups, chosen, done, close }: Props) {
  const app = useApp();
  const { t, speech } = app;
  const { typed, name, fits, type, leave } = useTitle(activity.id, "", close);
  const finish = (said: string) => {
    speech.say(said, "chosen");
    done();
    leave();
  };
  const move = (cluster: string | null, said: string) => {
    for (const [card, from] of chosen) if (from !== cluster) void app.do("card.move", { card, cluster, from });
    finish(said);
  };
  const make = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    void app.do("cluster.add", { activity: activity.id, cluster: newId(), title: name, cards: [...chosen.keys()] });
    finish(t("cluster.phone.moved", { n: chosen.size, title: name }));
  };
  const grouped = [...chosen.values()].some((from) => from !== null);
  return (
    <Sheet title={t("cluster.phone.where", { n: chosen.size })} close={leave}>
      <form class="stack" onSubmit={make}>
        <label for="group-name">{t("cluster.phone.new_group")}</label>
        <input
          id="group-name"
          class="inp"
          value={typed}
          autocomplete="off"
          placeholder={t("cluster.phone.name_hint")}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="btn go" aria-disabled={!fits}>
          {t("cluster.phone.make")}
        </button>
      </form>
      {groups.length > 0 && <h3 class="part">{t("cluster.phone.into")}</h3>}
      <div class="stack piles">
        {groups.map((group) => (
          <button
            type="button"
            key={group.id}
            class="pile"
            onClick={() => move(group.id, t("cluster.phone.moved", { n: chosen.size, title: group.title }))}
          >
            <GroupName {...group} />
          </button>
        ))}
        {grouped && (
          <button type="button" class="pile alt" onClick={() => move(null, t("cluster.phone.taken_out", { n: chosen.size }))}>
            {t("cluster.phone.take_out")}
          </button>
        )}
      </div>
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.leave_as_is")}
      </button>
    </Sheet>
  );
}
