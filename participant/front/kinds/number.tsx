import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Ballot } from "./number/Ballot";
import { Own } from "./number/Own";
import { Result } from "./number/Result";
import { Vote } from "./vote/Vote";

/** Everybody answers one question with a number, unseen by all others until the reveal. */
export function Numbers({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
