import type { Activity } from "../../../shared/web/front/records";
import "../css/matrix.css";
import { Ballot } from "./matrix/Ballot";
import { Own } from "./matrix/Own";
import { Result } from "./matrix/Result";
import { Vote } from "./vote/Vote";

/** Everybody rates one location factor after the other, unseen by all others until the reveal. */
export function Matrix({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
