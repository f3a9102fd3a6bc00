import type { Activity } from "../../../shared/web/front/records";
import "../css/choice.css";
import "../css/poll.css";
import { Vote } from "./vote/Vote";
import { Ballot } from "./wordcloud/Ballot";
import { Own } from "./wordcloud/Own";
import { Result } from "./wordcloud/Result";

/** Everybody answers one question with a few words, unseen by all others until the reveal. */
export function WordCloud({ activity }: { activity: Activity }) {
  return <Vote activity={activity} Ballot={Ballot} Own={Own} Result={Result} />;
}
