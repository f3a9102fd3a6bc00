import type { Activity } from "../../../shared/web/front/records";
import "../css/twins.css";
import { Ballot } from "./twins/Ballot";
import { Own } from "./twins/Own";
import { Result } from "./twins/Result";
import { Vote } from "./vote/Vote";

/** Do two cards say the same? A few pairs on each phone, unseen by all others until the reveal. */
export function Twins({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
