import "../css/shares.css";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity, Card } from "../../../shared/web/front/records";
import { letterOf } from "../../../shared/web/front/select";
import { useApp } from "../view";
import { WaitCard } from "../views/WaitCard";
import { openCards, type Paper, pilesOf, saidOf, UNCLEAR } from "./shares/hand";
import { Keys } from "./shares/Keys";
import { NotTaken } from "./vote/NotTaken";

const FEWEST_PILES = 2;

/** Sorting by shares: this phone's few cards one by one; each goes to a group by one tap, and two equal taps settle it. */
export function Shares({ activity }: { activity: Activity }) {
  const { t, board, ballots, speech, shelf } = useApp();
  const place = `hand/${activity.id}`;
  const [hand, setHand] = useState<string[] | null>(null);
  const [back, setBack] = useState<string | null>(null);
  const { deal, asked } = useDealer(activity, hand, (cards) => {
    setHand(cards);
    void shelf.set(place, cards).catch(() => undefined);
  });
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void shelf.all(place).then((kept) => setHand((kept.get(place) as string[] | undefined) ?? []));
  }, [place]);
  const piles = pilesOf(board, activity);
  const ready = piles.length >= FEWEST_PILES;
  useEffect(() => {
    if (ready && hand && hand.length === 0 && asked === "") deal();
  }, [ready, hand?.length, asked]);

  if (!ready) return <WaitCard pin="wait" title={t("shares.phone.no_piles")} text={t("shares.phone.no_piles_text")} />;
  const open = openCards(board, activity);
  const paper = ballots.get<Paper>(activity.id)?.paper ?? {};
  const taps = paper.taps ?? {};
  const held = (hand ?? []).flatMap((id) => open.get(id) ?? []);
  const todo = held.filter((card) => saidOf(card, taps, piles) === undefined);
  const card = held.find((other) => other.id === back) ?? todo[0];
  const done = (hand?.length ?? 0) - todo.length;
  const before = lastSaid(held, todo, card);

  const say = (group: string, name: string) => {
    if (!card) return;
    const next = todo.find((other) => other.id !== card.id);
    void ballots.mark(activity.id, { ...paper, taps: { ...taps, [card.id]: [card.verdict?.deal ?? 1, group] } });
    setBack(null);
    speech.say(t(next ? "shares.phone.said" : "shares.phone.said_last", { group: name }), "share");
    shown.current?.focus();
  };
  if (!card) return <Through left={open.size} asked={asked} first={!hand?.length} activity={activity} deal={deal} />;
  return (
    <>
      <h2 id="question" tabIndex={-1} class="share-head">
        <span class="tx">{t("shares.phone.where")}</span>
        <span class="num">{t("shares.phone.progress", { n: done, of: hand?.length ?? 0 })}</span>
      </h2>
      <NotTaken activity={activity} />
      <NotUnderstood />
      <p class="card share-card" ref={shown} tabIndex={-1}>
        <span class="tx">{card.text}</span>
      </p>
      <Keys piles={piles.map((pile, i) => ({ ...pile, letter: letterOf(i) }))} said={taps[card.id]?.[1]} say={say} />
      <div class="ph-act share-act">
        <button type="button" class="btn" aria-disabled={!before} onClick={() => before && setBack(before.id)}>
          {t("shares.phone.back")}
        </button>
        <button type="button" class="btn" onClick={() => say(UNCLEAR, t("shares.phone.unclear"))}>
          {t("shares.phone.unclear")}
        </button>
      </div>
    </>
  );
}

/** Tell the author, and nobody else, that somebody does not understand a card. */
function NotUnderstood() {
  const { t, board } = useApp();
  const own = Object.keys(board.mine?.records.card ?? {}).flatMap((id) => board.get("card", id) ?? []);
  return (
    <>
      {own
        .filter((card) => card.verdict?.state === "unclear")
        .map((card) => (
          <p key={card.id} class="banner off">
            <span class="tx">{t("shares.phone.not_understood", { card: card.text })}</span>
          </p>
        ))}
    </>
  );
}

interface ThroughProps {
  activity: Activity;
  /** How many cards are still open for somebody. */
  left: number;
  asked: string;
  /** The first hand is on its way. */
  first: boolean;
  deal(): void;
}

/** Nothing in the hand: more can be asked for while there is anything that this phone may judge. */
function Through({ activity, left, asked, first, deal }: ThroughProps) {
  const { t } = useApp();
  const none = left === 0 || asked === "none";
  if (first && !none && asked !== "lost") return <WaitCard pin="wait" title={t("shares.phone.dealing")} text="" />;
  return (
    <>
      <NotTaken activity={activity} />
      <NotUnderstood />
      <WaitCard
        pin={none ? "ok" : "wait"}
        title={t(none ? "shares.phone.all_done" : "shares.phone.hand_done")}
        text={t(none ? "shares.phone.all_done_text" : "shares.phone.left", { n: left })}
      >
        {asked === "lost" && <p class="hint">{t("shares.phone.no_line")}</p>}
        {!none && (
          <button type="button" class="btn go wide" aria-disabled={asked === "asking"} onClick={deal}>
            {t("shares.phone.more")}
          </button>
        )}
      </WaitCard>
    </>
  );
}

/** Ask the server for cards; it knows which lack most. `asked`: "", "asking", "none" (nothing left for me) or "lost". */
function useDealer(activity: Activity, hand: string[] | null, take: (cards: string[]) => void) {
  const { ask, board, ballots } = useApp();
  const [asked, setAsked] = useState("");
  const [version, setVersion] = useState(-1);
  const deal = () => {
    if (asked === "asking" || !hand) return;
    setAsked("asking");
    const taps = ballots.get<Paper>(activity.id)?.paper.taps ?? {};
    const cards = openCards(board, activity);
    const piles = pilesOf(board, activity);
    const said = [...cards.values()].filter((card) => saidOf(card, taps, piles) !== undefined).map((card) => card.id);
    ask("/hand", { activity: activity.id, without: said.slice(0, 500) }).then(
      (answer) => {
        const dealt = answer.ok ? (answer.cards as string[]) : [];
        setAsked(answer.ok ? (dealt.length ? "" : "none") : "lost");
        setVersion(board.version);
        if (dealt.length) take(dealt);
      },
      () => setAsked("lost"),
    );
  };
  // "Nothing left" holds until the board changes: a card may be dealt again, or a group be taken apart.
  return { deal, asked: asked === "none" && board.version > version ? "" : asked };
}

/** The card that was judged last of those that are still open, to take a tap back. */
function lastSaid(held: readonly Card[], todo: readonly Card[], now: Card | undefined): Card | undefined {
  const said = held.filter((card) => !todo.includes(card) && card.id !== now?.id);
  return said[said.length - 1];
}
