import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { CONSENT, STORY_LIMITS } from "../../../../shared/web/front/stories";
import type { OwnStory } from "../../stories";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";

interface Words {
  title: string;
  what: string;
  whom: string;
  why: string;
  consent: string;
  verify: boolean;
}

interface Props {
  activity: Activity;
  story: OwnStory | null;
  send(id: string | null, words: Words): void;
  close(): void;
}

const BLANK: Words = { title: "", what: "", whom: "", why: "", consent: "", verify: false };

/** A story to fill in; what is typed is kept on the phone until it is handed in. */
export function StorySheet({ activity, story, send, close }: Props) {
  const app = useApp();
  const { t, drafts, speech, typing } = app;
  const draft = story ? `form/${story.id}` : `form/${activity.id}`;
  const [words, setWords] = useState<Words>(() => ({ ...BLANK, ...of(story), ...kept(drafts.get(draft)) }));
  const set = (change: Partial<Words>) => {
    const next = { ...words, ...change };
    setWords(next);
    drafts.set(draft, JSON.stringify(next));
    typing.begin(activity.id);
  };
  const leave = () => {
    typing.end();
    close();
  };
  const done = () => {
    drafts.set(draft, "");
    leave();
  };
  const fits = [words.title, words.what, words.why].every((text) => text.trim()) && words.consent !== "";
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    send(story?.id ?? null, words);
    speech.say(t("stories.phone.said"));
    done();
  };
  const box = (name: "title" | "what" | "whom" | "why", rows: number) => {
    const shared = {
      id: `st-${name}`,
      class: "inp",
      maxLength: STORY_LIMITS[name],
      value: words[name],
      onInput: (event: Event) => set({ [name]: (event.currentTarget as HTMLInputElement).value }),
    };
    return (
      <>
        <label for={shared.id}>{t(`stories.words.${name}`)}</label>
        {rows > 1 ? <textarea {...shared} rows={rows} /> : <input {...shared} autocomplete="off" data-first={name === "title"} />}
      </>
    );
  };
  return (
    <Sheet title={story ? t("stories.phone.change", { title: story.title }) : t("stories.phone.begin")} close={leave}>
      <form class="stack" onSubmit={submit}>
        {box("title", 1)}
        {box("what", 4)}
        {box("whom", 1)}
        {box("why", 3)}
        <fieldset class="ev-line">
          <legend>{t("stories.words.consent")}</legend>
          <div class="ev-answers one">
            {CONSENT.map((consent) => (
              <label key={consent} class={words.consent === consent ? "on" : ""}>
                <input type="radio" name="consent" checked={words.consent === consent} onChange={() => set({ consent })} />
                <span>{t(`stories.words.consent.${consent}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <label class="choice">
          <input type="checkbox" checked={words.verify} onChange={(event) => set({ verify: event.currentTarget.checked })} />
          <span>{t("stories.words.verify")}</span>
        </label>
        <button type="submit" class="btn go wide" aria-disabled={!fits}>
          {t("stories.phone.send")}
        </button>
      </form>
      {story && (
        <button
          type="button"
          class="btn wide"
          onClick={() => {
            if (story.item) void app.outbox.drop(story.item.id);
            else void app.do("card.withdraw", { card: story.id });
            done();
          }}
        >
          {t("stories.phone.take_back")}
        </button>
      )}
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.cancel")}
      </button>
    </Sheet>
  );
}

function of(story: OwnStory | null): Partial<Words> {
  if (!story) return {};
  const { title, what = "", whom = "", why = "", consent = "", verify = false } = story;
  return { title, what, whom, why, consent, verify };
}

function kept(draft: string): Partial<Words> {
  try {
    return JSON.parse(draft || "{}") as Partial<Words>;
  } catch {
    return {};
  }
}
