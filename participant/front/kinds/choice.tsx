import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Ballot } from "./choice/Ballot";
import { OwnChoices } from "./choice/OwnChoices";
import { Result } from "./choice/Result";
import { Vote } from "./vote/Vote";

/** Everybody chooses one option, up to so many, or any number, unseen by all others until the reveal. */
export function Choice({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={OwnChoices} Result={Result} />;
}
