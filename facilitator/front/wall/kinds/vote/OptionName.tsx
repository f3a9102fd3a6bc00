/** What stands for vote: a group by its letter and short name, a single card, a measure or a choice. */

import type { Activity } from "../../../../../shared/web/front/records";
import { optionsOf } from "../../../../../shared/web/front/select";
import type { Moved } from "../../../../../shared/web/front/shifts";
import { nameSize } from "../../fit";
import { Mark, useApp } from "../../view";

export function OptionName({ step, id, row = false }: { step: Activity; id: string; row?: boolean }) {
  const app = useApp();
  const { board } = app;
  const option = optionsOf(board, step).find((other) => other.id === id);
  const before = row
    ? (step.result as { items?: Moved[] } | null)?.items?.find((item) => item.id === id)?.place_before
    : undefined;
  const name = option?.short || option?.title || "";
  return (
    <>
      {option?.letter ? <Mark cluster={board.get("cluster", id)} letter={option.letter} /> : <span />}
      <span class={row ? `nm tx ${nameSize(name)}` : `tx ${nameSize(name)}`}>
        {option?.pictogram && <b class="k">{option.letter} </b>}
        {name}
        {before !== undefined && <small> {app.t("vote.wall.place_before", { place: before })}</small>}
      </span>
    </>
  );
}
