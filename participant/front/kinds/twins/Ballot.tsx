import { useRef, useState } from "preact/hooks";
import type { Answer } from "../../../../shared/web/front/results/twins";
import { useApp } from "../../view";
import { NotTaken } from "../vote/NotTaken";
import { SecrecyLine, SecrecyStrip } from "../vote/Secrecy";
import type { BallotProps } from "../vote/Vote";
import { Answers } from "./Answers";
import { type Held, heldBy, type Paper } from "./hand";

/** One pair at a time, with two equal keys; then one's own answers, each of which can be changed. */
export function Ballot({ activity }: BallotProps) {
  const app = useApp();
  const { t, ballots, speech } = app;
  const [again, setAgain] = useState<string | null>(null);
  const asked = useRef<HTMLDivElement>(null);
  const paper = ballots.get<Paper>(activity.id)?.paper ?? {};
  const held = heldBy(app, activity);
  const todo = held.filter(({ pair }) => !paper[pair]);
  const shown = held.find(({ pair }) => pair === again) ?? todo[0];

  const say = (answer: Answer) => {
    if (!shown) return;
    void ballots.mark(activity.id, { ...paper, [shown.pair]: answer });
    setAgain(null);
    const next = todo.find(({ pair }) => pair !== shown.pair);
    speech.say(next ? read(next, t) : t("twins.phone.through"), "pair");
    asked.current?.focus();
  };

  if (!shown) {
    return (
      <>
        <SecrecyStrip activity={activity} />
        <NotTaken activity={activity} />
        <p class="wait-line">{t(held.length ? "twins.phone.through" : "twins.phone.nothing")}</p>
        <Answers held={held} paper={paper} change={setAgain} />
        <SecrecyLine activity={activity} />
      </>
    );
  }
  return (
    <>
      <h2 id="question" tabIndex={-1} class="twin-head">
        <span class="tx">{activity.question || t("twins.phone.ask")}</span>
        <span class="num">{t("shares.phone.progress", { n: held.indexOf(shown) + 1, of: held.length })}</span>
      </h2>
      <NotTaken activity={activity} />
      {/* biome-ignore lint/a11y/useSemanticElements: it is focused to be read out, and is no form */}
      <div class="twin-cards" ref={asked} tabIndex={-1} role="group" aria-label={read(shown, t)}>
        <p class="card white tx">{shown.one.text}</p>
        <p class="card white tx">{shown.other.text}</p>
      </div>
      <p class="hint">{t("twins.phone.how")}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers of 2018 lay no grid into a fieldset */}
      <div class="ph-act twin-keys" role="group" aria-label={t("twins.phone.ask")}>
        {(["different", "same", "unsure"] as const).map((answer) => (
          <button
            key={answer}
            type="button"
            class={answer === "unsure" ? "btn unsure" : "btn"}
            aria-pressed={paper[shown.pair] === answer}
            onClick={() => say(answer)}
          >
            {t(`twins.phone.${answer}`)}
          </button>
        ))}
      </div>
    </>
  );
}

function read({ one, other }: Held, t: ReturnType<typeof useApp>["t"]): string {
  return t("twins.phone.read", { one: one.text, other: other.text });
}
