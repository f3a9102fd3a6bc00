import type { Activity } from "../../../shared/web/front/records";
import { ownCards, stockOf } from "../own";
import { useApp } from "../view";
import { Done } from "../views/Done";
import { RestingDrafts } from "../views/RestingDrafts";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { CardsOfAll } from "./brainstorm/CardsOfAll";
import { OwnCards } from "./brainstorm/OwnCards";
import { Writing } from "./brainstorm/Writing";

/** Everybody answers one question with cards. */
export function Brainstorm({ activity }: { activity: Activity }) {
  const { t, board, outbox, typing } = useApp();
  const open = activity.settings.mode === "open";
  const turned = activity.phase === "revealed" || activity.phase === "confirmed";
  if (activity.phase === "draft") return <Waiting />;
  if (activity.phase === "open" || typing.activity === activity.id) {
    return (
      <>
        <Strip
          activity={activity}
          mode={t(`brainstorm.phone.${activity.phase !== "open" ? "closed" : open ? "write_open" : "write_alone"}`)}
        />
        <Writing activity={activity} closed={activity.phase !== "open"} />
        <Done activity={activity} />
        {open && <CardsOfAll activity={activity} />}
      </>
    );
  }
  const cards = ownCards(board.mine, outbox.list(), activity.id);
  return (
    <>
      <Strip activity={activity} mode={t(turned ? "brainstorm.phone.turned" : "brainstorm.phone.closed")} done={turned} />
      <p class="wait-line">{t(turned ? "brainstorm.phone.turned_text" : "brainstorm.phone.closed_text")}</p>
      <RestingDrafts />
      {cards.length > 0 && <OwnCards stock={stockOf(activity)} cards={cards} limit={0} open={open || turned} />}
      {(turned || open) && <CardsOfAll activity={activity} />}
    </>
  );
}
