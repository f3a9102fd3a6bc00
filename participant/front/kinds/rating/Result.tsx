import type { Activity } from "../../../../shared/web/front/records";
import { brief, CRITERIA, type RatingItem, type RatingResult, signed } from "../../../../shared/web/front/results/rating";
import { useApp } from "../../view";
import { Bar } from "../vote/Bar";
import { SectorNotes } from "../vote/SectorNotes";
import { type RatingPaper, type Scores, scoreOf, scoresOf } from "./paper";
import { Why } from "./Why";

/** The measures in their order with their totals, or after a first round where the room is far apart; own scores beside. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const result = activity.result as RatingResult;
  const paper = ballots.get<RatingPaper>(activity.id)?.counted ?? {};
  const first = result.round === "first";
  return (
    <>
      <p class="hint">{t(first ? "rating.phone.first_told" : "rating.phone.told", { line: result.line ?? 0 })}</p>
      <ol class="stack">
        {result.items.map((item) => (
          <li key={item.id}>
            {first ? (
              <Apart item={item} />
            ) : (
              <Line item={item} own={scoresOf(paper, item.id)} aside={paper[item.id] === "recused"} />
            )}
          </li>
        ))}
      </ol>
      {result.checks
        .filter((check) => check.failed.length > 0)
        .map((check) => (
          <p key={check.id} class="hint">
            {t("rating.words.knocked_out", {
              title: check.title,
              why: check.failed.map(({ k, word }) => `${k}: ${word}`).join("; "),
            })}
          </p>
        ))}
      {!first && <SectorNotes result={result} />}
    </>
  );
}

function Apart({ item }: { item: RatingItem }) {
  const { t } = useApp();
  return (
    <div class="group rate-apart-of">
      <p class="name tx">{item.title}</p>
      {item.flags.length === 0 ? (
        <p class="hint">{t("rating.words.close")}</p>
      ) : (
        item.flags.map((c) => (
          <div key={c} class="rate-apart">
            <b>
              {c} {t(`rating.words.${c}`)}
            </b>
            <Why reasons={item.reasons?.find((reasons) => reasons.c === c)} />
          </div>
        ))
      )}
    </div>
  );
}

function Line({ item, own, aside }: { item: RatingItem; own: Scores; aside: boolean }) {
  const { t } = useApp();
  const rated = item.total !== undefined;
  return (
    <details class="group">
      <summary>
        <span class="name tx">
          {item.place !== undefined && `${item.place}. `}
          {item.title}
        </span>
        <b class="rate-total num">{rated ? brief(item.total ?? "") : "–"}</b>
        {rated && <Bar share={Number(item.total) / 100} label={t("rating.phone.total", { total: item.total ?? "" })} />}
        {item.verdict !== "stands" && <span class="hint warn">{t(`rating.words.verdict.${item.verdict}`)}</span>}
      </summary>
      {rated && (
        <table class="rate-table num">
          <thead>
            <tr>
              <th scope="col">{t("rating.phone.criterion")}</th>
              <th scope="col">{t("rating.phone.mean")}</th>
              <th scope="col">{t("rating.phone.you")}</th>
            </tr>
          </thead>
          <tbody>
            {CRITERIA.map((c) => (
              <tr key={c}>
                <th scope="row">
                  {c} {t(`rating.words.short.${c}`)}
                  {item.flags.includes(c) && <small> {t("rating.words.apart")}</small>}
                  {item.below?.includes(c) && <small> {t("rating.words.below")}</small>}
                </th>
                <td>{item.means?.[c]}</td>
                <td>{scoreOf(own, c) ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="rate-more">
        {item.reasons
          ?.filter((reasons) => item.flags.includes(reasons.c))
          .map((reasons) => (
            <div key={reasons.c} class="rate-apart">
              <b>{reasons.c}</b>
              <Why reasons={reasons} />
            </div>
          ))}
        <p class="hint num">
          {t("rating.words.counted", { n: item.n })}
          {item.recused > 0 && `, ${t("rating.words.aside", { n: item.recused })}`}
        </p>
        {item.first?.total !== undefined && (
          <p class="hint num">
            {t("rating.words.before", { total: item.first.total })} ({signed(item.shift ?? "")})
          </p>
        )}
        <p class="hint">{t(aside ? "rating.phone.aside_short" : "rating.phone.yours_only")}</p>
      </div>
    </details>
  );
}
