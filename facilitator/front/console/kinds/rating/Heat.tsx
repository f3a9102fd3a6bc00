/** All means at a glance: measures down, criteria across, a tint a cell, a dashed frame where people are far apart. */

import {
  brief,
  CRITERIA,
  lettered,
  type RatingItem,
  type RatingResult,
  tint,
} from "../../../../../shared/web/front/results/rating";
import { Mark, SECTORS, Shape, useApp } from "../../view";

export function Heat({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const first = result.round === "first";
  const balanced = result.items.some((item) => item.balanced !== undefined);
  return (
    <table class="rtab heat">
      <caption>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("rating.console.measure")}</th>
          {CRITERIA.map((c, i) => (
            <th key={c} scope="col" class="c">
              {c} <span>{t(`rating.words.short.${c}`)}</span>
              {result.weights && <small class="num">{result.weights[i]}</small>}
            </th>
          ))}
          {!first && (
            <th scope="col" class="n">
              {t("rating.console.total")}
            </th>
          )}
          {balanced && (
            <th scope="col" class="n">
              {t("rating.console.balanced")}
            </th>
          )}
          {!first && <th scope="col">{t("rating.console.verdict")}</th>}
          {first && (
            <th scope="col" class="n">
              {t("rating.console.papers")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lettered(result).map((item) => (
          <tr key={item.id}>
            <th scope="row">
              <span class="named">
                <Mark letter={item.letter} />
                <span class="tx">{item.title}</span>
              </span>
            </th>
            {CRITERIA.map((c) => (
              <Cell key={c} item={item} c={c} />
            ))}
            {!first && <td class="n">{item.total !== undefined && <b>{brief(item.total)}</b>}</td>}
            {balanced && (
              <td class="n">
                {item.balanced !== undefined && brief(item.balanced)}
                {item.apart?.map((sector) => (
                  <small key={sector} class="c-apart">
                    <Shape sector={sector} /> {t("rating.console.sector_apart", { sector: t(`common.sector.${sector}`) })}
                  </small>
                ))}
              </td>
            )}
            {!first && (
              <td>
                <Verdict item={item} cast={result.cast} />
              </td>
            )}
            {first && (
              <td class="n">
                {item.n}
                {item.recused > 0 && <small> {t("rating.words.aside", { n: item.recused })}</small>}
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {balanced && (
        <tfoot>
          <tr>
            <td colSpan={13}>
              <BySector result={result} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function Cell({ item, c }: { item: RatingItem; c: string }) {
  const { t } = useApp();
  const flagged = item.flags.includes(c);
  const below = item.below?.includes(c);
  const mean = item.means?.[c];
  return (
    <td class={`c ${tint(mean)} ${flagged ? "apart" : ""}`}>
      {mean !== undefined ? brief(mean) : flagged ? "↕" : ""}
      {below && <small aria-hidden="true"> ✗</small>}
      {flagged && <span class="vh"> {t("rating.words.apart")}</span>}
      {below && <span class="vh"> {t("rating.words.below")}</span>}
    </td>
  );
}

/** How many papers count for a measure, where not all do. */
function Papers({ item, cast }: { item: RatingItem; cast: number }) {
  const { t } = useApp();
  if (item.n === cast) return null;
  return (
    <small class="c-counted">
      {t("rating.words.counted", { n: item.n })}
      {item.recused > 0 && `, ${t("rating.words.aside", { n: item.recused })}`}
    </small>
  );
}

function Verdict({ item, cast }: { item: RatingItem; cast: number }) {
  const { t } = useApp();
  return (
    <>
      {item.place !== undefined ? (
        <b class="num">{t("rating.console.place", { n: item.place })}</b>
      ) : (
        <span class="chip open">{t(`rating.words.verdict.${item.verdict}`)}</span>
      )}
      {item.below && item.below.length > 0 && <small> {item.below.join(", ")}</small>}
      <Papers item={item} cast={cast} />
    </>
  );
}

/** The totals of each sector, measure by measure, where they may be told. */
function BySector({ result }: { result: RatingResult }) {
  const { t } = useApp();
  return (
    <ul class="c-by">
      {lettered(result)
        .filter((item) => item.by_sector)
        .map((item) => (
          <li key={item.id}>
            <b>{item.letter}</b>
            {SECTORS.filter((sector) => item.by_sector?.[sector] !== undefined).map((sector) => (
              <span key={sector} class="sec">
                <Shape sector={sector} />
                <span class="vh">{t(`common.sector.${sector}`)}</span> {brief(item.by_sector?.[sector] ?? "")}
              </span>
            ))}
          </li>
        ))}
    </ul>
  );
}
