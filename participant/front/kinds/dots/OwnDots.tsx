import type { Option } from "../../../../shared/web/front/select";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
import { GroupName } from "../../views/GroupName";
import { DotMarks } from "./Row";

/** One's own dots once the vote is closed: the rings are gone, the dots stay. */
export function OwnDots({ options, paper }: { options: Option[]; paper: DotsPaper }) {
  const { t } = useApp();
  return (
    <ul class="vlist">
      {options.map((option) => {
        const dots = paper[option.id] ?? 0;
        return (
          <li key={option.id} class={`vrow ${dots ? "has" : ""}`}>
            <span class="what">
              <GroupName {...option} />
            </span>
            {dots > 0 && (
              <span class="give">
                <span class="dotset" role="img" aria-label={t("dots.phone.dots", { n: dots })}>
                  <DotMarks n={dots} />
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
