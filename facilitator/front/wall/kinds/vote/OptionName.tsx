/** What stands for vote: a group by its letter and short name, a single card, a measure or a choice. */

import type { Activity } from "../../../../../shared/web/front/records";
import { joinedInto } from "../../../../../shared/web/front/results/vote";
import { optionsOf } from "../../../../../shared/web/front/select";
import type { Moved } from "../../../../../shared/web/front/shifts";
import { listedSize } from "../../fit";
import { Mark, useApp } from "../../view";

export function OptionName({ step, id, row = false }: { step: Activity; id: string; row?: boolean }) {
  const app = useApp();
  const { board } = app;
  const options = optionsOf(board, step);
  const option = options.find((other) => other.id === id);
  const before = row
    ? (step.result as { items?: Moved[] } | null)?.items?.find((item) => item.id === id)?.place_before
    : undefined;
  const name = option?.short || option?.title || "";
  const alike = row ? joinedInto(step, id) : [];
  const whole = (option: { id: string; short: string; title: string }) =>
    [option.short || option.title, ...(row ? joinedInto(step, option.id) : [])].join(" + ");
  const size = listedSize([name, ...alike].join(" + "), options.map(whole));
  return (
    <>
      {option?.letter ? <Mark cluster={board.get("cluster", id)} letter={option.letter} /> : <span />}
      <span class={row ? `nm tx ${size}` : `tx ${size}`}>
        {option?.pictogram && <b class="k">{option.letter} </b>}
        {name}
        {alike.length > 0 && <small> + {alike.join(" + ")}</small>}
        {before !== undefined && <small> {app.t("vote.wall.place_before", { place: before })}</small>}
      </span>
    </>
  );
}
