import "../css/rating.css";
import type { Activity } from "../../../shared/web/front/records";
import { Ballot } from "./rating/Ballot";
import { Own } from "./rating/Own";
import { Result } from "./rating/Result";
import { Vote } from "./vote/Vote";

/** Rating: a measure at a time, nine criteria with six keys each, unseen by all others until the reveal. */
export function Rating({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
