import { useEffect, useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Activity } from "../../../../shared/web/front/records";
import { oneLine } from "../../../../shared/web/front/text";
import { type OwnCard, ownCards, stockOf, written } from "../../own";
import { useApp } from "../../view";
import { Composer } from "./Composer";
import { OwnCards } from "./OwnCards";

interface Props {
  activity: Activity;
  closed: boolean;
}

/** The box for the next card, and one's own cards beneath it. */
export function Writing({ activity, closed }: Props) {
  const app = useApp();
  const { t, board, outbox, drafts, speech } = app;
  const [changing, setChanging] = useState<OwnCard | null>(null);
  const cards = ownCards(board.mine, outbox.list(), activity.id);
  const limit = Number(activity.settings.limit ?? 0);
  const count = written(cards);
  const full = limit > 0 && count >= limit;
  useEffect(() => {
    if (closed) speech.alert(t("brainstorm.phone.closed_typing"));
  }, [closed]);

  const tell = (n: number) => {
    const down = app.link.downSince !== null;
    if (down) speech.say(t("brainstorm.phone.kept", { n: app.unsent() }), "pinned");
    else
      speech.say(
        limit ? t("brainstorm.phone.pinned_of", { count: n, limit }) : t("brainstorm.phone.pinned", { count: n }),
        "pinned",
      );
  };
  const pin = (text: string, tags: Record<string, string>) => {
    void app.do("card.add", { activity: activity.id, card: newId(), text, ...(Object.keys(tags).length ? { tags } : {}) });
    drafts.set(activity.id, "");
    drafts.flush();
    tell(count + 1);
  };
  const reword = (card: OwnCard, text: string) => {
    if (oneLine(text) !== oneLine(card.text) || card.state === "refused") void change(card, text);
    setChanging(null);
  };
  /** A card that the desk does not have yet is written anew; else the desk is asked to change it. */
  const change = async (card: OwnCard, text: string) => {
    const { item } = card;
    const refused = item?.state === "refused";
    const untold = item?.verb === "card.add" && (refused || (item.state === "waiting" && item.tries === 0));
    if (item && (refused || untold)) await outbox.drop(item.id);
    if (untold) await app.do("card.add", { ...item?.args, card: refused ? newId() : card.id, text });
    else await app.do("card.reword", { card: card.id, text });
    speech.say(t("brainstorm.phone.changed"), "pinned");
  };
  const withdraw = async (card: OwnCard) => {
    setChanging(null);
    const { item } = card;
    const untold = item?.verb === "card.add" && (item.state === "refused" || (item.state === "waiting" && item.tries === 0));
    const dropped = item && (untold || item.state === "refused") ? await outbox.drop(item.id) : false;
    if (!(untold && dropped)) await app.do("card.withdraw", { card: card.id });
    speech.say(t("brainstorm.phone.withdrawn"), "pinned");
  };

  return (
    <>
      {changing ? (
        <Composer
          key={changing.id}
          activity={activity}
          closed={closed}
          card={changing}
          pin={(text) => reword(changing, text)}
          withdraw={() => void withdraw(changing)}
          leave={() => setChanging(null)}
        />
      ) : (
        <Composer key="new" activity={activity} closed={closed} full={full} limit={limit} pin={pin} />
      )}
      <OwnCards
        stock={stockOf(activity)}
        cards={cards}
        limit={limit}
        open={activity.settings.mode === "open"}
        {...(closed ? {} : { change: setChanging })}
      />
    </>
  );
}
