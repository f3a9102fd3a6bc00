import "../css/evaluation.css";
import { useState } from "preact/hooks";
import { newId } from "../../../shared/web/front/ids";
import type { Activity } from "../../../shared/web/front/records";
import { cardsOf } from "../../../shared/web/front/select";
import { handedIn, type OwnStory, ownStories } from "../stories";
import { useApp } from "../view";
import { Strip } from "../views/Strip";
import { Waiting } from "../views/Waiting";
import { StorySheet } from "./stories/StorySheet";
import { Told } from "./stories/Told";

/** A table writes down the change that matters most to it; once turned, all read all. */
export function Stories({ activity }: { activity: Activity }) {
  const app = useApp();
  const { t, board, outbox } = app;
  const [edited, setEdited] = useState<OwnStory | "new" | null>(null);
  if (activity.phase === "draft") return <Waiting />;
  const open = activity.phase === "open";
  const turned = activity.phase === "revealed" || activity.phase === "confirmed";
  const own = ownStories(board.mine, outbox.list(), activity.id);
  const all = turned ? cardsOf(board, activity.id) : [];
  const full = handedIn(own) >= Number(activity.settings.stories ?? 1);
  return (
    <>
      <Strip activity={activity} mode={t(`stories.phone.${open ? "open" : turned ? "turned" : "closed"}`)} done={turned} />
      {open && <p class="hint">{t("stories.phone.hint")}</p>}
      {activity.phase === "closed" && <p class="wait-line">{t("stories.phone.closed_text")}</p>}
      {own.length > 0 && !turned && (
        <section aria-labelledby="own-stories">
          <h3 id="own-stories" class="part">
            {t("stories.phone.own")}
          </h3>
          <ul class="stack">
            {own.map((story) => (
              <Told key={story.id} story={story}>
                <div class="meta">
                  <span>{story.message ?? t(`stories.phone.state.${story.state}`)}</span>
                  {open && (
                    <button
                      type="button"
                      class="link-btn"
                      aria-label={t("stories.phone.change", { title: story.title })}
                      onClick={() => setEdited(story)}
                    >
                      {t("stories.phone.change_short")}
                    </button>
                  )}
                  {!open && story.item && (
                    <button type="button" class="link-btn" onClick={() => story.item && void outbox.drop(story.item.id)}>
                      {t("phone.all_right")}
                    </button>
                  )}
                </div>
              </Told>
            ))}
          </ul>
        </section>
      )}
      {turned && (
        <section aria-labelledby="all-stories">
          <h3 id="all-stories" class="part">
            {t("stories.phone.all")}
          </h3>
          {all.length === 0 && <p class="empty">{t("stories.phone.none")}</p>}
          <ul class="stack">
            {all.map((card) => (
              <Told key={card.id} story={{ ...card.story, title: card.text }} picked={card.pinned === true} />
            ))}
          </ul>
        </section>
      )}
      {open && !full && (
        <div class="ph-act">
          <button type="button" class="btn go" onClick={() => setEdited("new")}>
            {t("stories.phone.begin")}
          </button>
        </div>
      )}
      {open && edited && (
        <StorySheet
          key={edited === "new" ? "new" : edited.id}
          activity={activity}
          story={edited === "new" ? null : edited}
          send={(id, words) => void write(id, words)}
          close={() => setEdited(null)}
        />
      )}
    </>
  );

  /** A story that was refused is written anew under a new name. */
  async function write(id: string | null, words: object): Promise<void> {
    const refused = own.find((story) => story.id === id)?.item;
    if (refused) await outbox.drop(refused.id);
    const fresh = id === null || (refused !== undefined && !board.mine?.records.card?.[id]);
    await app.do("story.write", { activity: activity.id, card: fresh ? newId() : id, ...words });
  }
}
