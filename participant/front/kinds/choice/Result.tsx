import { useState } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import type { ChoiceItem, ChoiceResult } from "../../../../shared/web/front/results/choice";
import { countsAs } from "../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { SECTORS, Shape } from "../../views/shapes";
import { Remarks } from "../poll/Remarks";
import { Bar } from "../vote/Bar";
import { Counting } from "../vote/Counting";
import { SectorNotes } from "../vote/SectorNotes";
import { chosenOf, type KeptPaper } from "./paper";

/** The result as the wall shows it, with one's own choices marked. */
export function Result({ activity }: { activity: Activity }) {
  const { t, ballots } = useApp();
  const [balanced, setBalanced] = useState(false);
  const result = activity.result as ChoiceResult;
  const own = chosenOf(ballots.get<KeptPaper>(activity.id)?.counted).map((id) => countsAs(activity, id));
  const items = balanced ? byBalance(result.items) : result.items;
  const winner = result.items.find((item) => item.id === result.majority);
  return (
    <>
      {result.items.some((item) => item.balanced !== undefined) && (
        <Counting words="choice.phone" balanced={balanced} set={setBalanced} />
      )}
      {result.most === 1 && result.cast > 0 && (
        <p class="lead">{winner ? t("choice.phone.majority", { title: winner.title }) : t("choice.phone.no_majority")}</p>
      )}
      <ol class="results">
        {items.map((item) => (
          <Line key={item.id} item={item} own={own.includes(item.id)} balanced={balanced} />
        ))}
      </ol>
      {result.sectors && !balanced && (
        <p class="hint legend">
          {SECTORS.filter((sector) => result.sectors?.[sector] !== undefined).map((sector) => (
            <span key={sector} class="sec">
              <Shape sector={sector} />
              {t(`common.sector.${sector}`)}
            </span>
          ))}
        </p>
      )}
      <Remarks title={t("poll.words.reasons")} remarks={result.remarks ?? []} />
      <SectorNotes result={result} />
      {own.length > 0 && (
        <p class="hint">
          <span class="dot" aria-hidden="true" /> {t("choice.phone.yours_only")}
        </p>
      )}
    </>
  );
}

/** Bars are as long as the share of all ballots: half the line is half of the room. */
function Line({ item, own, balanced }: { item: ChoiceItem; own: boolean; balanced: boolean }) {
  const { t } = useApp();
  const rate = Number((balanced ? item.balanced : item.percent) ?? 0);
  const split = SECTORS.filter((sector) => item.by_sector?.[sector] !== undefined)
    .map((sector) => `${t(`common.sector.${sector}`)} ${item.by_sector?.[sector]}`)
    .join(", ");
  const percent = t("choice.phone.percent", { n: Math.round(rate) });
  return (
    <li class="res">
      <div class="l">
        {own && <span class="dot" role="img" aria-label={t("choice.phone.yours")} />}
        <span class="tx">{item.title}</span>
        <span class="n">{balanced ? percent : item.n}</span>
        {!balanced && <span class="hint num">{percent}</span>}
      </div>
      <Bar
        share={rate / 100}
        parts={balanced ? undefined : item.by_sector}
        label={split && !balanced ? split : t("choice.phone.ballots", { n: item.n })}
      />
    </li>
  );
}

function byBalance(items: ChoiceItem[]): ChoiceItem[] {
  return [...items].sort((a, b) => (a.balanced_place ?? 0) - (b.balanced_place ?? 0));
}
