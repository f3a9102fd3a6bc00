import { useEffect, useRef, useState } from "preact/hooks";
import { lengthOf, oneLine } from "../../../../shared/web/front/text";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { WORD_LENGTH, type WordsPaper, withWord } from "./words";

/** A box for one word after the other, and one's own words beneath, each to be taken back. */
export function Ballot({ activity }: BallotProps) {
  const { t, ballots, drafts, speech, typing } = useApp();
  const [text, setText] = useState(() => drafts.get(activity.id));
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => () => typing.pause(), []);
  const most = Number(activity.settings.words);
  const words = ballots.get<WordsPaper>(activity.id)?.paper ?? [];
  const paper = Array.isArray(words) ? words : []; // a paper that was refused before any was taken is blank
  const left = most - paper.length;
  const over = lengthOf(oneLine(text).trim()) - WORD_LENGTH;
  const write = (typed: string) => {
    setText(typed);
    drafts.set(activity.id, typed);
    if (typed.trim()) typing.begin(activity.id);
    else typing.end();
  };
  const add = (event: Event) => {
    event.preventDefault();
    box.current?.focus();
    if (!text.trim() || over > 0) return;
    const next = withWord(paper, text, most);
    if (next === paper) speech.say(t("wordcloud.phone.there"));
    else void ballots.mark(activity.id, next);
    write("");
  };
  return (
    <>
      <SecrecyStrip activity={activity} />
      <p class="hint">{t("wordcloud.phone.rule", { n: most })}</p>
      <NotTaken activity={activity} />
      {left > 0 && (
        <form class="number" onSubmit={add}>
          <label for="word">{t("wordcloud.phone.your_word")}</label>
          <div class="row">
            <input
              id="word"
              ref={box}
              class="tx"
              autoComplete="off"
              value={text}
              aria-describedby="word-left"
              onInput={(event) => write(event.currentTarget.value)}
              onBlur={() => typing.pause()}
            />
            <button
              type="submit"
              class={text.trim() && over <= 0 ? "btn go" : "btn"}
              aria-disabled={!text.trim() || over > 0}
              onMouseDown={(event) => event.preventDefault()}
            >
              {t("wordcloud.phone.add")}
            </button>
          </div>
          <p id="word-left" class={over > 0 ? "hint warn num" : "hint num"}>
            {over > 0 ? t("poll.words.too_long", { n: over }) : t("wordcloud.phone.left", { n: left })}
          </p>
        </form>
      )}
      {left <= 0 && <p class="composer folded">{t("wordcloud.phone.all", { n: most })}</p>}
      <ul class="words">
        {paper.map((word) => (
          <li key={word} class="card white">
            <span class="tx">{word}</span>
            <button
              type="button"
              class="btn"
              aria-label={t("wordcloud.phone.take", { word })}
              onClick={() => {
                void ballots.mark(
                  activity.id,
                  paper.filter((other) => other !== word),
                );
                speech.say(t("wordcloud.phone.taken"));
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <SecrecyLine activity={activity} />
    </>
  );
}
