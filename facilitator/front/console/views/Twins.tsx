/** Cards that may say the same, pointed out by the machine. Nothing is put together by itself: people decide. */

import { useEffect, useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { cardsOf, sourceOf, stepOf } from "../../../../shared/web/front/select";
import type { App } from "../app";
import { askForTwins, type LikelyPair } from "../pointedOut";
import { useApp } from "../view";
import { Pair, stands } from "./Pair";

const PAUSE_MS = 1500; // between the last new card and the next look

export function Twins() {
  const app = useApp();
  const { t, board } = app;
  const written = writtenIn(app);
  const cards = written ? cardsOf(board, written.id) : [];
  const words = cards.map((card) => `${card.id} ${card.text}`).join("\n");
  const [found, setFound] = useState<{ step: string; pairs: LikelyPair[]; more: number } | null>(null);
  const [failed, setFailed] = useState("");
  useEffect(() => {
    if (!written) return undefined;
    let current = true;
    const look = () =>
      void askForTwins(app, written.id).then((answer) => {
        if (!current) return;
        setFailed(answer.ok ? "" : answer.message);
        if (answer.ok) setFound({ step: written.id, pairs: answer.pairs, more: answer.more });
      });
    const stop = app.timers.after(found?.step === written.id ? PAUSE_MS : 0, look);
    return () => {
      current = false;
      stop();
    };
  }, [written?.id, words]);
  const pairs = found && found.step === written?.id ? found.pairs.filter((pair) => stands(app, pair.one, pair.other)) : [];
  const more = found?.more ?? 0;
  return (
    <>
      <p class="hint" role="status">
        {failed ||
          (pairs.length ? t("console.twins.how") : t(found || !written ? "console.twins.none" : "console.twins.looking"))}
      </p>
      <ul class="inbox">
        {pairs.map((pair) => (
          <Pair key={`${pair.one} ${pair.other}`} one={pair.one} other={pair.other} hint={why(app, pair)} />
        ))}
      </ul>
      {more > 0 && <p class="hint">{t("console.twins.more", { n: more })}</p>}
    </>
  );
}

/** The step whose cards are looked through: the running one where cards are written, else the one that it takes them from. */
function writtenIn(app: App): Activity | undefined {
  const step = stepOf(app.board);
  if (!step || step.kind === "brainstorm") return step;
  const source = sourceOf(app.board, step);
  return source?.kind === "cluster" ? sourceOf(app.board, source) : source?.kind === "brainstorm" ? source : undefined;
}

function why({ t }: App, pair: LikelyPair): string {
  const words = pair.shared.length > 0 && pair.why !== "text";
  return words ? t("console.twins.shared", { words: pair.shared.join(", ") }) : t(`console.twins.why_${pair.why}`);
}
