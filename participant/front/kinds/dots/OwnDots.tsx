import type { Option } from "../../../../shared/web/front/select";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
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
            <span class="name">
              {option.letter && (
                <span class="lt" aria-hidden="true">
                  {option.letter}
                </span>
              )}
              <span class="tx">{option.title}</span>
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
