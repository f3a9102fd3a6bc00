/** What a vote is about, in board order. */

import type { Activity } from "../../../../../shared/web/front/records";
import { optionsOf } from "../../../../../shared/web/front/select";
import { Mark, useApp } from "../../view";

export function Options({ step }: { step: Activity }) {
  const { board } = useApp();
  return (
    <ul class="opts">
      {optionsOf(board, step).map((option) => (
        <li key={option.id} class="opt">
          <OptionName option={option} />
        </li>
      ))}
    </ul>
  );
}

interface Named {
  title: string;
  letter?: string;
  pictogram?: string;
}

/** An option by its pictogram, letter and words. */
export function OptionName({ option }: { option: Named }) {
  return (
    <>
      <Mark pictogram={option.pictogram} letter={option.letter || "·"} />
      {option.pictogram && <b class="k">{option.letter}</b>}
      <span class="tx">{option.title}</span>
    </>
  );
}
