import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Ballot } from "./fist/Ballot";
import { Own } from "./fist/Own";
import { Result } from "./fist/Result";
import { Vote } from "./vote/Vote";

/** Everybody shows 0 to 5 fingers, unseen by all others until the reveal. */
export function Fist({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
