import type { Activity } from "../../../shared/web/front/records";
import { Ballot } from "./dots/Ballot";
import { OwnDots } from "./dots/OwnDots";
import { Late } from "./vote/Late";
import { Vote } from "./vote/Vote";

/** Everybody places some dots, unseen by all others until the reveal. */
export function Dots({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={OwnDots} Result={Result} />;
}

function Result({ activity }: { activity: Activity }) {
  return <Late part="dots" activity={activity} />;
}
