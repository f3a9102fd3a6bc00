/** The result as a table: dots, sectors, places, and the way from a group to a measure. */

import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import type { DotsItem, DotsResult } from "../../../../../shared/web/front/results/dots";
import { optionsOf } from "../../../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "../../view";
import { Below } from "../vote/Below";
import { OptionName } from "../vote/Options";

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as DotsResult;
  const most = Math.max(1, ...result.items.map((item) => item.dots));
  return (
    <div class="c-board">
      <table class="rtab">
        <caption>
          {t("dots.console.caption", { n: result.cast, of: result.seats, blank: result.blank, unused: result.unused })}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="n">
              {t("vote.console.place")}
            </th>
            <th scope="col">{t("dots.console.option")}</th>
            <th scope="col" class="wide">
              {result.sectors ? (
                <span class="legend">
                  {SECTORS.map((sector) => (
                    <span key={sector} class="sec">
                      <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                    </span>
                  ))}
                </span>
              ) : (
                t("dots.console.share")
              )}
            </th>
            <th scope="col" class="n">
              {t("dots.console.sum")}
            </th>
            {result.sectors && (
              <th scope="col" class="n">
                {t("dots.console.equal")}
              </th>
            )}
            <th scope="col">{t("dots.console.measure")}</th>
          </tr>
        </thead>
        <tbody>
          {result.items.map((item) => (
            <Row key={item.id} step={step} item={item} most={most} sectors={Boolean(result.sectors)} />
          ))}
        </tbody>
      </table>
      <Below result={result} items={result.items.filter((item) => item.dots > 0)} />
    </div>
  );
}

function Row({ step, item, most, sectors }: { step: Activity; item: DotsItem; most: number; sectors: boolean }) {
  const { board } = useApp();
  const option = optionsOf(board, step).find((other) => other.id === item.id);
  return (
    <tr>
      <td class="n place">{item.place}.</td>
      <th scope="row">
        <span class="named">
          <OptionName option={option ?? item} />
        </span>
      </th>
      <td class="wide">
        <Bar item={item} most={most} />
      </td>
      <td class="n">
        <b>{item.dots}</b>
      </td>
      {sectors && (
        <td class="n">
          {item.balanced ? `${Number(item.balanced).toFixed(1)} %` : ""}
          {item.balanced_place !== undefined && (
            <small class={item.balanced_place < item.place ? "up" : ""}> {item.balanced_place}.</small>
          )}
        </td>
      )}
      <td>
        <Adopt item={item} />
      </td>
    </tr>
  );
}

/** Flat pieces a sector whose length is their number; one piece where the sectors are too small to be told. */
function Bar({ item, most }: { item: DotsItem; most: number }) {
  const { t } = useApp();
  const pieces = item.by_sector
    ? SECTORS.map((sector) => ({ sector, n: item.by_sector?.[sector] ?? 0 }))
    : [{ sector: null, n: Math.max(0, item.dots) }];
  const words = item.by_sector
    ? pieces.map(({ sector, n }) => `${t(`common.sector.${sector}`)} ${n}`).join(", ")
    : t("dots.console.dots_n", { n: item.dots });
  let from = 0;
  return (
    <svg class="bar" viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={words}>
      {pieces.map(({ sector, n }) => {
        const x = from;
        const width = (n / most) * 100;
        from += width;
        return n > 0 && <rect key={sector} class={sector ?? "all"} x={x} width={Math.max(0, width - 0.6)} height="16" />;
      })}
    </svg>
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
