import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import type { BallotProps } from "../vote/Vote";
import { chosenOf, inOrder, type KeptPaper, reasonOf, ruleOf } from "./paper";

/** One's own choices once the vote is closed. */
export function OwnChoices({ activity, options }: BallotProps) {
  const { t, ballots } = useApp();
  const counted = ballots.get<KeptPaper>(activity.id)?.counted;
  const paper = chosenOf(counted);
  const reason = reasonOf(counted);
  const n = paper.length;
  const short = n > 0 && n < ruleOf(activity.settings).least;
  return (
    <>
      <p class="wait-line">
        {n === 0 ? t("choice.phone.counted_none") : short ? t("choice.phone.counted_short") : t("choice.phone.counted", { n })}
      </p>
      <ul class="vlist">
        {inOrder(activity, options).map((option) => (
          <li key={option.id} class={`vrow ${paper.includes(option.id) ? "has" : ""}`}>
            <span class="what">
              <GroupName {...option} />
            </span>
            {paper.includes(option.id) && (
              <span class="give">
                <span class="hint">{t("choice.phone.yours")}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {reason && <p class="card white tx">{reason}</p>}
    </>
  );
}
