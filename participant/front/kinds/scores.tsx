import type { Activity } from "../../../shared/web/front/records";
import "../css/scores.css";
import { Ballot } from "./scores/Ballot";
import { OwnScores } from "./scores/OwnScores";
import { Result } from "./scores/Result";
import { Vote } from "./vote/Vote";

/** Everybody scores several items on one scale, unseen by all others until the reveal. */
export function Scores({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={OwnScores} Result={Result} />;
}
