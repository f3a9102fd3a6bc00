/** The matrix as a table, sorted by priority: ratings by sector, gaps, evidence, corrections, reach. */

import { useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity } from "../../../../../shared/web/front/records";
import {
  advocacy,
  amendmentOf,
  arrowOf,
  type MatrixItem,
  type MatrixResult,
  originOf,
  reachOf,
  signed,
} from "../../../../../shared/web/front/results/matrix";
import { SECTORS, Shape, useApp } from "../../view";
import { ResultBoard } from "../vote/ResultBoard";
import { ToOthers } from "../vote/ToOthers";
import { Correct } from "./Correct";

const REACHES = ["L", "R", "N"] as const;

export function Results({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const [correcting, setCorrecting] = useState<MatrixItem | null>(null);
  const result = step.result as MatrixResult;
  const origin = originOf(step);
  const beyond = advocacy(board, step, result);
  const gaps = result.items.filter((item) => item.flag);
  const heads = ["rating", "importance", ...(step.settings.trend === true ? ["trend"] : []), "priority", "evidence"];
  return (
    <ResultBoard>
      {origin && <p class="lead">{t("matrix.console.carried", { title: origin.title, date: origin.date })}</p>}
      {gaps.length > 0 && (
        <p class="lead">{t("matrix.console.gaps", { names: gaps.map((item) => t(`factors.words.${item.id}`)).join(" · ") })}</p>
      )}
      <table class="rtab c-matrix">
        <caption>{t("vote.console.caption", { n: result.cast, of: result.seats, blank: result.blank })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("matrix.console.factor")}</th>
            <th scope="col">
              <span class="legend">
                {result.sectors
                  ? SECTORS.map((sector) => (
                      <span key={sector} class="sec">
                        <Shape sector={sector} /> <span class="vh">{t(`common.sector.${sector}`)}</span>
                      </span>
                    ))
                  : null}
                {signed(-3)} … {signed(3)}
              </span>
            </th>
            {heads.map((head) => (
              <th scope="col" class="n" key={head}>
                {t(`matrix.console.${head}`)}
              </th>
            ))}
            <th scope="col">{t("matrix.console.reach")}</th>
            <th scope="col">{t("matrix.console.corrected")}</th>
          </tr>
        </thead>
        <tbody>
          {result.items.map((item) => (
            <Line key={item.id} step={step} item={item} correct={() => setCorrecting(item)} />
          ))}
        </tbody>
      </table>
      {!result.sectors && <p class="hint">{t("vote.console.no_sectors")}</p>}
      {beyond.length > 0 && (
        <p class="lead">
          {t("matrix.console.advocacy", { names: beyond.map((item) => t(`factors.words.${item.id}`)).join(" · ") })}
        </p>
      )}
      <ToOthers step={step} names={beyond.map((item) => t(`factors.words.${item.id}`))} />
      <p class="hint">{t("matrix.console.priority_hint")}</p>
      {correcting && <Correct step={step} item={correcting} close={() => setCorrecting(null)} />}
    </ResultBoard>
  );
}

function Line({ step, item, correct }: { step: Activity; item: MatrixItem; correct(): void }) {
  const app = useApp();
  const { board, t } = app;
  const name = t(`factors.words.${item.id}`);
  const amendment = amendmentOf(board, step, item.id);
  const corrected = amendment && amendment.rating !== null ? signed(amendment.rating) : "";
  const spread = item.spread === undefined ? "" : t("matrix.console.spread", { n: Number(item.spread) });
  const setReach = (reach: string) =>
    void app.act("matrix.reach", { activity: step.id, amendment: newId(), factor: item.id, reach });
  return (
    <tr>
      <th scope="row">
        <span class="num">{item.id}</span> {name}
        {item.flag && <span class="chip wait">{t("matrix.console.gap", { n: Number(item.gap) })}</span>}
      </th>
      <td class="wide">
        <Diverging item={item} />
      </td>
      <td class="n" title={spread}>
        <b>{signed(item.median)}</b>
        <small>
          {" "}
          n {item.n}
          {item.unknown > 0 && ` · ? ${item.unknown}`}
        </small>
      </td>
      <td class="n">{item.importance === undefined ? "–" : Number(item.importance)}</td>
      {step.settings.trend === true && (
        <td class="n" title={item.trends?.join(" / ")}>
          <span aria-hidden="true">{arrowOf(item) || "–"}</span>
          <span class="vh">{item.trend === undefined ? "" : t(`matrix.words.trend.${item.trend}`)}</span>
        </td>
      )}
      <td class="n">{item.priority === undefined ? "–" : Number(item.priority)}</td>
      <td class="n" title={t(`matrix.console.confidence.${item.confidence}`)}>
        {SECTORS.map((sector) => item.evidence[sector] ?? 0).join(" / ")}
        <small class={item.confidence}> {item.confidence === "high" ? "●●●" : item.confidence === "medium" ? "●●" : "●"}</small>
        <span class="vh">{t(`matrix.console.confidence.${item.confidence}`)}</span>
      </td>
      <td>
        <select
          class="in"
          aria-label={`${t("matrix.console.reach")}: ${name}`}
          value={amendment?.reach ?? ""}
          onChange={(event) => setReach(event.currentTarget.value)}
        >
          <option value="">{t("matrix.console.usual", { reach: reachOf(item.id, undefined) })}</option>
          {REACHES.map((reach) => (
            <option key={reach} value={reach} title={t(`factors.words.reach.${reach}`)}>
              {reach}
            </option>
          ))}
        </select>
      </td>
      <td>
        <button
          type="button"
          class="btn small"
          aria-label={[corrected, t("matrix.console.correct"), name].filter(Boolean).join(", ")}
          onClick={correct}
        >
          {corrected || t("matrix.console.correct")}
        </button>
      </td>
    </tr>
  );
}

/** A bar a sector from the middle, in words for those who hear it. */
function Diverging({ item }: { item: MatrixItem }) {
  const { t } = useApp();
  const told = SECTORS.filter((sector) => item.by_sector?.[sector]);
  const bars = told.length
    ? told.map((sector) => ({ look: sector as string, value: Number(item.by_sector?.[sector]?.median) }))
    : [{ look: "all", value: Number(item.median ?? 0) }];
  const words = told.length
    ? told.map((sector) => `${t(`common.sector.${sector}`)} ${signed(item.by_sector?.[sector]?.median)}`).join(", ")
    : signed(item.median);
  return (
    <svg class="bar" viewBox={`-3 0 6 ${6 * bars.length}`} preserveAspectRatio="none" role="img" aria-label={words}>
      {bars.map(({ look, value }, n) => (
        <rect key={look} class={look} x={Math.min(0, value)} width={Math.abs(value)} y={6 * n + 0.7} height={4.6} />
      ))}
      <rect class="nought" x="-0.02" width="0.04" height={6 * bars.length} />
    </svg>
  );
}
