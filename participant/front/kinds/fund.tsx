import "../css/fund.css";
import type { Activity } from "../../../shared/web/front/records";
import { Approvals } from "./fund/Approvals";
import { Own } from "./fund/Own";
import { Points } from "./fund/Points";
import { Result } from "./fund/Result";
import { type BallotProps, Vote } from "./vote/Vote";

/** A fund under a budget: everybody supports measures or gives them points, unseen by all others until the reveal. */
export function Fund({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}

function Ballot(props: BallotProps) {
  return props.activity.settings.ballot === "points" ? <Points {...props} /> : <Approvals {...props} />;
}
