import { CRITERIA } from "../../../../shared/web/front/results/rating";
import type { Option } from "../../../../shared/web/front/select";
import { useApp } from "../../view";
import { aside, open, type RatingPaper, unreasoned } from "./paper";

interface Props {
  paper: RatingPaper;
  options: Option[];
  /** The first measure that is not filled in. */
  next: string | undefined;
  goTo(id: string): void;
}

/** All measures with how far each is filled in; a tap opens one. */
export function Overview({ paper, options, next, goTo }: Props) {
  const { t } = useApp();
  const done = options.filter(({ id }) => open(paper, id).length === 0).length;
  const state = (id: string) => {
    if (aside(paper, id)) return t("rating.phone.aside_short");
    const left = open(paper, id).length;
    if (left === CRITERIA.length) return t("rating.phone.untouched");
    if (left) return t("rating.phone.to_go", { n: left });
    const reasons = unreasoned(paper, id).length;
    return reasons ? t("rating.phone.reasons_to_go", { n: reasons }) : t("rating.phone.filled");
  };
  return (
    <>
      <p class="wait-line">{t(next ? "rating.phone.rule" : "rating.phone.complete")}</p>
      <ul class="stack">
        {options.map((option) => (
          <li key={option.id}>
            <button type="button" class="choice rate-pick" onClick={() => goTo(option.id)}>
              <span class="name tx">{option.title}</span>
              <span class={open(paper, option.id).length || unreasoned(paper, option.id).length ? "hint num" : "hint num ok"}>
                {state(option.id)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="ph-act">
        {next ? (
          <button type="button" class="btn go" onClick={() => goTo(next)}>
            {t("rating.phone.go_on")}
          </button>
        ) : (
          <p class="tray">
            <b class="num">{t("rating.phone.done", { n: done, of: options.length })}</b>
          </p>
        )}
      </div>
    </>
  );
}
