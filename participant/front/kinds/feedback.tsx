import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Ballot } from "./feedback/Ballot";
import { Own } from "./feedback/Own";
import { Result } from "./feedback/Result";
import { Vote } from "./vote/Vote";

/** Was the day worth the time, and one thing to change; nobody knows who said what. */
export function Feedback({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
