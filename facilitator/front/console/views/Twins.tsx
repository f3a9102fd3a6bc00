/** Cards that may say the same, pointed out by the machine. Nothing is put together by itself: people decide. */

import { useEffect, useState } from "preact/hooks";
import type { Activity, Card } from "../../../../shared/web/front/records";
import { cardsOf, sourceOf, stepOf } from "../../../../shared/web/front/select";
import { short } from "../acts";
import type { App } from "../app";
import { askForTwins, type Pair } from "../pointedOut";
import { useApp } from "../view";

const PAUSE_MS = 1500; // between the last new card and the next look

export function Twins() {
  const app = useApp();
  const { t, board } = app;
  const written = writtenIn(app);
  const cards = written ? cardsOf(board, written.id) : [];
  const words = cards.map((card) => `${card.id} ${card.text}`).join("\n");
  const [found, setFound] = useState<{ step: string; pairs: Pair[]; more: number } | null>(null);
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
  const pairs = found && found.step === written?.id ? found.pairs.filter((pair) => stands(app, pair)) : [];
  const more = found?.more ?? 0;
  return (
    <>
      <p class="hint" role="status">
        {failed ||
          (pairs.length ? t("console.twins.how") : t(found || !written ? "console.twins.none" : "console.twins.looking"))}
      </p>
      <ul class="inbox">
        {pairs.map((pair) => (
          <One key={`${pair.one} ${pair.other}`} pair={pair} />
        ))}
      </ul>
      {more > 0 && <p class="hint">{t("console.twins.more", { n: more })}</p>}
    </>
  );
}

function One({ pair }: { pair: Pair }) {
  const app = useApp();
  const { t, board } = app;
  const [one, other] = [board.get("card", pair.one) as Card, board.get("card", pair.other) as Card];
  const both = { one: short(one.text), other: short(other.text) };
  const stack = () =>
    void app.act("card.merge", { card: other.id, into: one.id }, t("console.twins.stacked", { card: short(one.text) }));
  const apart = () => void app.act("card.tell_apart", { card: one.id, other: other.id }, t("console.twins.is_apart"));
  return (
    <li class="c-twin">
      <p class="card white tx">{one.text}</p>
      <p class="card white tx">{other.text}</p>
      <p class="hint">
        {pair.shared.length > 0 && pair.why !== "text"
          ? t("console.twins.shared", { words: pair.shared.join(", ") })
          : t(`console.twins.why_${pair.why}`)}
      </p>
      <div class="acts">
        <button type="button" class="btn" aria-label={t("console.twins.stack_both", both)} onClick={stack}>
          {t("console.twins.stack")}
        </button>
        <button type="button" class="btn" aria-label={t("console.twins.apart_both", both)} onClick={apart}>
          {t("console.twins.apart")}
        </button>
      </div>
    </li>
  );
}

/** The step whose cards are looked through: the running one where cards are written, else the one that it takes them from. */
function writtenIn(app: App): Activity | undefined {
  const step = stepOf(app.board);
  if (!step || step.kind === "brainstorm") return step;
  const source = sourceOf(app.board, step);
  return source?.kind === "cluster" ? sourceOf(app.board, source) : source?.kind === "brainstorm" ? source : undefined;
}

/** Both cards still hang, and nobody has said that they are not the same. */
function stands({ board }: App, { one, other }: Pair): boolean {
  const hangs = (id: string) => {
    const card = board.get("card", id);
    return card !== undefined && (card.state ?? "shown") === "shown" && !card.merged_into;
  };
  const apart = board.get("card", one)?.unlike?.includes(other) || board.get("card", other)?.unlike?.includes(one);
  return hangs(one) && hangs(other) && !apart;
}
