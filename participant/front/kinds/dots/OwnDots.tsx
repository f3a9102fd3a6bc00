import type { Option } from "../../../../shared/web/front/select";
import type { DotsPaper } from "../../paper";
import { GroupName } from "../../views/GroupName";
import { Given, lookOf } from "./Row";

/** One's own dots once the vote is closed: the rings are gone, the dots stay. */
export function OwnDots({ options, paper }: { options: Option[]; paper: DotsPaper }) {
  return (
    <ul class="vlist">
      {options.map((option) => {
        const dots = paper[option.id] ?? 0;
        return (
          <li key={option.id} class={`vrow ${lookOf(dots)}`}>
            <span class="what">
              <GroupName {...option} />
            </span>
            {dots !== 0 && (
              <span class="give">
                <Given dots={dots} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
