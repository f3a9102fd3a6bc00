/** Same or different? How many pairs look alike now; then what the room says of each, to put together or to leave apart. */

import { useEffect, useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import type { AskedPair, TwinsResult } from "../../../../shared/web/front/results/twins";
import { cardsOf, sourceOf } from "../../../../shared/web/front/select";
import { askForTwins } from "../pointedOut";
import { useApp } from "../view";
import { Pair, stands } from "../views/Pair";
import { SettingCounter } from "./Settings";
import { DraftOf } from "./vote/DraftOf";
import { ResultBoard } from "./vote/ResultBoard";
import { voteKind } from "./vote/voteKind";

const MOST_EACH = 10;

const KIND = voteKind({ rule: "twins", Draft, Results, Chips, again: false });

export const TWINS = {
  ...KIND,
  acts: { ...KIND.acts, revealed: { key: "twins.console.confirm", verb: "activity.confirm" } },
};

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  return <span class="chip">{t("twins.console.each_chip", { n: Number(step.settings.each) })}</span>;
}

function Draft({ step }: { step: Activity }) {
  const { t } = useApp();
  return (
    <DraftOf step={step} least={0} quorum={false}>
      <SettingCounter step={step} setting="each" label={t("twins.console.each")} least={1} most={MOST_EACH} />
      <p class="hint" role="status">
        {useFound(step)}
      </p>
    </DraftOf>
  );
}

/** Say how many pairs the machine finds among the cards as they are now, or why none. */
function useFound(step: Activity): string {
  const app = useApp();
  const { t, board } = app;
  const source = sourceOf(board, step);
  const words = source ? cardsOf(board, source.id).map((card) => `${card.id} ${card.text}`) : [];
  const [found, setFound] = useState(t("console.twins.looking"));
  useEffect(() => {
    if (!source) return undefined;
    let current = true;
    void askForTwins(app, source.id).then((answer) => {
      if (!current) return;
      setFound(answer.ok ? t("twins.console.found", { n: answer.pairs.length + answer.more }) : answer.message);
    });
    return () => {
      current = false;
    };
  }, [source?.id, words.join("\n")]);
  return source ? found : t("twins.console.no_cards");
}

function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as TwinsResult;
  const alike = result.pairs.filter((pair) => pair.alike);
  const others = result.pairs.filter((pair) => !pair.alike);
  return (
    <ResultBoard>
      <div class="c-poll">
        <p>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</p>
        <Pairs title={t("twins.console.alike", { n: alike.length })} pairs={alike} />
        <Pairs title={t("twins.console.others", { n: others.length })} pairs={others} />
      </div>
    </ResultBoard>
  );
}

function Pairs({ title, pairs }: { title: string; pairs: readonly AskedPair[] }) {
  const app = useApp();
  return (
    <section>
      <h3>{title}</h3>
      <ul class="inbox c-asked">
        {pairs.map((pair) => {
          const [one, other] = pair.cards.map((card) => card.id);
          return one && other && stands(app, one, other) ? (
            <Pair key={pair.id} one={one} other={other} hint={saidOf(pair, app.t)} />
          ) : (
            <li key={pair.id} class="hint">
              {app.t("twins.console.done", { cards: pair.cards.map((card) => card.title).join(" / ") })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What people said of a pair, in figures from four answers on. */
function saidOf({ n, same, different, unsure }: AskedPair, t: ReturnType<typeof useApp>["t"]): string {
  return same === undefined
    ? t("twins.words.too_few", { n })
    : t("twins.words.said", { same, different: different ?? 0, unsure: unsure ?? 0 });
}
