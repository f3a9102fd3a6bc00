import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity } from "../../../shared/web/front/records";
import { optionsOf } from "../../../shared/web/front/select";
import { type DotsPaper, given } from "../paper";
import { shuffled } from "../shuffle";
import { useApp } from "../view";
import { Agenda } from "../views/Agenda";
import { RestingDrafts } from "../views/RestingDrafts";
import { Strip } from "../views/Strip";
import { WaitCard } from "../views/WaitCard";
import { Ballot } from "./dots/Ballot";
import { OwnDots } from "./dots/OwnDots";
import { Result } from "./dots/Result";
import { Turnout } from "./dots/Turnout";

/** Everybody places some dots, unseen by all others until the reveal. */
export function Dots({ activity }: { activity: Activity }) {
  const { t, board, ballots, seed } = useApp();
  const lookingUp = useLookUp(activity);
  if (activity.phase === "draft") {
    return (
      <>
        <WaitCard pin="ok" title={t("phone.wait.title")} text={t("phone.wait.text")} />
        <RestingDrafts />
        <Agenda />
      </>
    );
  }
  const options = shuffled(optionsOf(board, activity), `${seed}/${activity.id}`);
  if (activity.phase === "open") return <Ballot activity={activity} options={options} />;
  if (activity.phase === "closed" || !activity.result) {
    const counted = ballots.get<DotsPaper>(activity.id)?.counted ?? {};
    return (
      <>
        <Strip activity={activity} mode={t("dots.phone.closed")} />
        <p class="wait-line">{given(counted) ? t("dots.phone.counted", { n: given(counted) }) : t("dots.phone.counted_none")}</p>
        <Turnout activity={activity} />
        <OwnDots options={options} paper={counted} />
      </>
    );
  }
  if (lookingUp) return <WaitCard pin="ok" title={t("dots.phone.look_up")} text={t("dots.phone.look_up_text")} />;
  return <Result activity={activity} />;
}

const LOOK_UP_MS = 3000;

/** True for three seconds after a reveal that happens before this phone's eyes: the wall comes first. */
function useLookUp(activity: Activity): boolean {
  const { speech, t, timers } = useApp();
  const before = useRef(activity.phase);
  const [until, setUntil] = useState(0);
  const justRevealed = activity.phase === "revealed" && before.current !== "revealed" && before.current !== "confirmed";
  const [, redraw] = useState(0);
  useEffect(() => {
    before.current = activity.phase;
    if (!justRevealed) return undefined;
    setUntil(timers.now() + LOOK_UP_MS);
    speech.say(t("dots.phone.look_up"));
    return timers.after(LOOK_UP_MS, () => redraw((n) => n + 1));
  }, [activity.phase]);
  return justRevealed || timers.now() < until;
}
