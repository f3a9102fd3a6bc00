import type { Activity } from "../../../shared/web/front/records";
import "../css/ranking.css";
import { Ballot } from "./ranking/Ballot";
import { OwnOrder } from "./ranking/OwnOrder";
import { Result } from "./ranking/Result";
import { Vote } from "./vote/Vote";

/** Everybody puts the options in order, unseen by all others until the reveal. */
export function Ranking({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={OwnOrder} Result={Result} />;
}
