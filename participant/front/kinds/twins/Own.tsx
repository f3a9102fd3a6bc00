import { useApp } from "../../view";
import type { BallotProps } from "../vote/Vote";
import { Answers } from "./Answers";
import { heldBy, type Paper } from "./hand";

/** One's own answers once the step is closed. */
export function Own({ activity }: BallotProps) {
  const app = useApp();
  const paper = app.ballots.get<Paper>(activity.id)?.counted ?? {};
  return (
    <>
      <p class="wait-line">{app.t(Object.keys(paper).length ? "vote.phone.counted" : "vote.phone.not_counted")}</p>
      <Answers held={heldBy(app, activity)} paper={paper} />
    </>
  );
}
