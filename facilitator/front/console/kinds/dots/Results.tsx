/** The result as a table: dots, sectors, places, and the way from a group to a measure. */

import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import type { DotsItem, DotsResult } from "../../../../../shared/web/front/results/dots";
import { useApp } from "../../view";
import { Below } from "../vote/Below";
import { ResultBoard } from "../vote/ResultBoard";
import { Standings } from "../vote/Standings";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as DotsResult;
  return (
    <ResultBoard>
      <Standings
        step={step}
        result={result}
        joins
        caption={t("dots.console.caption", { n: result.cast, of: result.seats, blank: result.blank, unused: result.unused })}
        what={t("dots.console.option")}
        value={(item) => item.dots}
        said={(item) => t("dots.console.dots_n", { n: item.dots })}
        figures={[{ head: t("dots.console.sum"), cell: (item) => <b>{item.dots}</b> }]}
        last={{ head: t("dots.console.measure"), cell: (item) => <Adopt item={item} /> }}
      />
      <Below result={result} items={result.items.filter((item) => item.dots > 0)} />
    </ResultBoard>
  );
}

function Adopt({ item }: { item: DotsItem }) {
  const app = useApp();
  const { board, t } = app;
  const cluster = board.get("cluster", item.id)?.id ?? null;
  const measure = board.all("measure").find((other) => (cluster ? other.cluster === cluster : other.title === item.title));
  if (measure) {
    return (
      <span class="chip ok" title={measure.title}>
        {t("dots.console.is_measure")}
      </span>
    );
  }
  const adopt = () => {
    const args = { measure: newId(), title: item.title, ...(cluster ? { cluster } : {}) };
    void app.act("measure.adopt", args, t("dots.console.adopted", { title: item.short || item.title }));
  };
  return (
    <button type="button" class="btn small" aria-label={`${t("dots.console.adopt")}: ${item.title}`} onClick={adopt}>
      {t("dots.console.adopt")}
    </button>
  );
}
