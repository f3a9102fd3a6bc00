import type { RefObject } from "preact";
import { signed } from "../../../../shared/web/front/results/matrix";
import { useApp } from "../../view";
import { isDone, type Paper, type Said } from "./paper";

interface Props {
  head: RefObject<HTMLHeadingElement | null>;
  factors: string[];
  paper: Paper;
  trend: boolean;
  choose(at: number): void;
}

/** All factors with what was said of them; a tap leads to one. */
export function Overview({ head, factors, paper, trend, choose }: Props) {
  const { t } = useApp();
  const all = factors.every((factor) => isDone(paper[factor], trend));
  return (
    <section aria-labelledby="mx-all">
      <h3 id="mx-all" ref={head} tabIndex={-1} class="part">
        {t(all ? "matrix.phone.all_done" : "matrix.phone.all_factors")}
      </h3>
      <ul class="mx-list">
        {factors.map((factor, at) => (
          <li key={factor}>
            <button type="button" class="mx-row" onClick={() => choose(at)}>
              <span class="tx">{t(`factors.words.${factor}`)}</span>
              <SaidOf said={paper[factor]} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What one has said of a factor, in few words. */
export function SaidOf({ said }: { said: Said | undefined }) {
  const { t } = useApp();
  if (said?.rating === undefined) return <span class="hint">{t("matrix.phone.open")}</span>;
  if (said.rating === null) return <span class="hint">{t("matrix.phone.rating.unknown")}</span>;
  return (
    <span class="mx-said">
      <b class="num">{signed(said.rating)}</b>{" "}
      <small>
        {said.importance ? t(`matrix.phone.importance.${said.importance}`) : t("matrix.phone.no_importance")}
        {said.trend !== undefined && ` · ${t(`matrix.phone.trend.${said.trend}`)}`}
      </small>
    </span>
  );
}
