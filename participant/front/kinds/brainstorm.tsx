import type { Activity } from "../../../shared/web/front/records";
import { collectingOf } from "../../../shared/web/front/select";
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
  const { t, board, boot, outbox, typing, later } = useApp();
  const open = activity.settings.mode === "open";
  const turned = activity.phase === "revealed" || activity.phase === "confirmed";
  const collecting = collectingOf(board)?.id === activity.id;
  const Ideas = later.kinds.ideas;
  if (activity.phase === "draft") return <Waiting />;
  if (activity.phase === "open" || typing.activity === activity.id) {
    return (
      <>
        <Strip
          activity={activity}
          mode={
            collecting
              ? t("brainstorm.phone.collecting", { day: dayOf(boot.language, String(activity.settings.until)) })
              : t(`brainstorm.phone.${activity.phase !== "open" ? "closed" : open ? "write_open" : "write_alone"}`)
          }
        />
        <Writing activity={activity} closed={activity.phase !== "open"} />
        {activity.settings.mode === "suggestive" && activity.phase === "open" && Ideas && <Ideas activity={activity} />}
        {!collecting && <Done activity={activity} />}
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

/** An ISO day in words, "27 November". */
function dayOf(language: string, day: string): string {
  const date = new Date(`${day}T12:00:00`);
  try {
    return date.toLocaleDateString(language, { day: "numeric", month: "long" });
  } catch {
    return day;
  }
}
