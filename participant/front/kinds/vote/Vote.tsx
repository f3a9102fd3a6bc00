import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Activity, VoteResult } from "../../../../shared/web/front/records";
import { type Option, optionsOf } from "../../../../shared/web/front/select";
import { shuffled } from "../../shuffle";
import { useApp } from "../../view";
import { Strip } from "../../views/Strip";
import { WaitCard } from "../../views/WaitCard";
import { Waiting } from "../../views/Waiting";
import { Late } from "./Late";
import { Receipt } from "./Receipt";
import { Turnout } from "./Turnout";

export interface BallotProps {
  activity: Activity;
  /** In an order by lot, another one on each phone. */
  options: Option[];
}

interface Props {
  activity: Activity;
  /** Fills in the paper while the vote is open. */
  Ballot: ComponentType<BallotProps>;
  /** Shows one's own paper once the vote is closed. */
  Own: ComponentType<BallotProps>;
  /** Shows the frozen result. */
  Result: ComponentType<{ activity: Activity }>;
}

/** What every vote is on a phone: a wait, a ballot, one's own paper once it is closed, "look up", the result. */
export function Vote({ activity, Ballot, Own, Result }: Props) {
  const { t, board, seed } = useApp();
  const lookingUp = useLookUp(activity);
  if (activity.phase === "draft") return <Waiting />;
  const options = shuffled(optionsOf(board, activity), `${seed}/${activity.id}`);
  if (activity.phase === "open") return <Ballot activity={activity} options={options} />;
  const told = activity.phase === "closed" && activity.result?.rule;
  if (activity.phase === "closed" || !activity.result) {
    return (
      <>
        <Strip activity={activity} mode={t(told ? `vote.phone.so_far_${told}` : "vote.phone.closed")} />
        <Late part="so_far" activity={activity} />
        <Own activity={activity} options={options} />
        <Receipt activity={activity} />
        {!told && <Turnout activity={activity} />}
      </>
    );
  }
  if (lookingUp) return <WaitCard pin="ok" title={t("vote.phone.look_up")} text={t("vote.phone.look_up_text")} />;
  const { cast } = activity.result as VoteResult;
  const decided = activity.phase === "confirmed";
  return (
    <>
      <Strip activity={activity} mode={t(decided ? "vote.phone.decided" : "vote.phone.result", { n: cast })} done />
      <Result activity={activity} />
      <Late part="outcome" activity={activity} />
      <Receipt activity={activity} />
    </>
  );
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
    speech.say(t("vote.phone.look_up"));
    return timers.after(LOOK_UP_MS, () => redraw((n) => n + 1));
  }, [activity.phase]);
  return justRevealed || timers.now() < until;
}
