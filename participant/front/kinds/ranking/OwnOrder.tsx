import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import type { BallotProps } from "../vote/Vote";
import type { Order } from "./order";

/** One's own order once the vote is closed. */
export function OwnOrder({ activity, options }: BallotProps) {
  const { t, ballots } = useApp();
  const order = ballots.get<Order>(activity.id)?.counted ?? [];
  const ranked = order.flatMap((id) => options.find((option) => option.id === id) ?? []);
  return (
    <>
      <p class="wait-line">
        {ranked.length ? t("ranking.phone.counted", { n: ranked.length }) : t("ranking.phone.counted_none")}
      </p>
      <ol class="vlist">
        {ranked.map((option, i) => (
          <li key={option.id} class="vrow has">
            <span class="what">
              <b class="rk num">{i + 1}</b>
              <GroupName {...option} />
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
