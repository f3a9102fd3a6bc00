import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { type RatingPaper, REASON_LENGTH, reason, scoresOf, wantsReason } from "./paper";

const QUIET_MS = 300;

interface Props {
  activity: Activity;
  item: string;
  criterion: string;
  score: number | undefined;
}

/** One line why, beside a score of 0, 1 or 5; kept while it is typed. */
export function Reason({ activity, item, criterion, score }: Props) {
  const { t, board, ballots, timers, typing } = useApp();
  const kept = scoresOf(ballots.get<RatingPaper>(activity.id)?.paper ?? {}, item).reasons?.[criterion] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ text: string; callOff(): void } | null>(null);
  const keep = () => {
    const held = waiting.current;
    waiting.current = null;
    held?.callOff();
    if (!held || board.get("activity", activity.id)?.phase !== "open") return;
    void ballots.mark(activity.id, reason(ballots.get<RatingPaper>(activity.id)?.paper ?? {}, item, criterion, held.text));
  };
  useEffect(() => {
    addEventListener("pagehide", keep);
    document.addEventListener("visibilitychange", keep);
    return () => {
      removeEventListener("pagehide", keep);
      document.removeEventListener("visibilitychange", keep);
      keep();
    };
  }, []);
  if (!wantsReason(score)) return null;
  const input = (text: string) => {
    setTyped(text);
    waiting.current?.callOff();
    waiting.current = { text, callOff: timers.after(QUIET_MS, keep) };
    if (text) typing.begin(activity.id);
    else typing.end();
  };
  const leave = () => {
    keep();
    setTyped(null);
    typing.pause();
  };
  return (
    <label class="rate-why">
      <span>{t("rating.phone.why", { n: score ?? 0 })}</span>
      <input
        class="inp"
        id={`why-${criterion}`}
        value={typed ?? kept}
        maxLength={REASON_LENGTH}
        autocomplete="off"
        onInput={(event) => input(event.currentTarget.value)}
        onBlur={leave}
      />
    </label>
  );
}
