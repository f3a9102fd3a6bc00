/** What the scores came to: the table of all means, what fell level, what was refused and why, the picture. */

import type { Activity } from "../../../../../shared/web/front/records";
import { Picture } from "../../../../../shared/web/front/results/Picture";
import { lettered, type RatingResult } from "../../../../../shared/web/front/results/rating";
import { useApp } from "../../view";
import { ResultBoard } from "../vote/ResultBoard";
import { Apart } from "./Apart";
import { Axes } from "./Axes";
import { Heat } from "./Heat";
import { Moved } from "./Moved";

const SHEET = { width: 120, height: 62, em: 2.3 };

export function Results({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = step.result as RatingResult;
  const first = result.round === "first";
  return (
    <ResultBoard>
      <Heat result={result} />
      <p class="hint">
        {t(first ? "rating.console.key_first" : "rating.console.key")} {!first && <Minimums result={result} />}
      </p>
      <Ties result={result} />
      <Checks result={result} />
      <Apart result={result} />
      {!first && (
        <>
          <Moved result={result} />
          {!result.sectors && <p class="hint">{t("vote.console.no_sectors")}</p>}
          <section class="c-axes" aria-labelledby="axes-title">
            <h3 id="axes-title">{t("rating.console.axes")}</h3>
            <Picture result={result} sheet={SHEET} t={t} />
            <Axes result={result} />
          </section>
        </>
      )}
    </ResultBoard>
  );
}

function Minimums({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const list = (result.minimums ?? []).flatMap((least, i) => (least ? `C${i + 1} ${least}` : [])).join(", ");
  return <>{t("rating.console.threshold", { line: result.line ?? 0, list: list || "–" })}</>;
}

function Ties({ result }: { result: RatingResult }) {
  const { t } = useApp();
  const items = new Map(lettered(result).map((item) => [item.id, item]));
  return (
    <>
      {(result.ties ?? []).map(({ ids, by }) => (
        <p key={ids.join()} class="lead">
          {t("rating.words.tie", {
            names: ids.map((id) => items.get(id)?.title).join(", "),
            by: t(`rating.words.by.${by}`, { lot: result.lot ?? 0 }),
          })}
        </p>
      ))}
    </>
  );
}

function Checks({ result }: { result: RatingResult }) {
  const { t } = useApp();
  return (
    <>
      {result.checks.flatMap(({ id, title, failed, repaired }) =>
        (["failed", "repaired"] as const).map((which) => {
          const notes = which === "failed" ? failed : failed.length ? [] : repaired;
          if (!notes.length) return null;
          const why = notes.map(({ k, word }) => `${k} ${t(`rating.words.short.${k}`)}: ${word}`).join("; ");
          return (
            <p key={`${id}${which}`} class="lead">
              {t(which === "failed" ? "rating.words.knocked_out" : "rating.words.was_repaired", { title, why })}
            </p>
          );
        }),
      )}
    </>
  );
}
