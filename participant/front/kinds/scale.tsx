import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Ballot } from "./scale/Ballot";
import { Own } from "./scale/Own";
import { Result } from "./scale/Result";
import { Vote } from "./vote/Vote";

/** Everybody answers one question with a number on a scale, unseen by all others until the reveal. */
export function Scale({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
