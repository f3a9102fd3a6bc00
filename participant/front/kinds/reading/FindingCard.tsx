import type { Finding } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Shape } from "../../views/shapes";

interface Props {
  finding: Finding;
  marked: boolean;
  /** Marks that this person has left. */
  left: number;
  /** Marks it or takes the mark back; absent where nothing is marked. */
  mark?: (on: boolean) => void;
}

/** What was found, in whose words, and how many it surprised. */
export function FindingCard({ finding, marked, left, mark }: Props) {
  const { t } = useApp();
  const plus = finding.sign === "+";
  return (
    <li class="card white rd-finding">
      <p>
        <b class={plus ? "rd-sign plus" : "rd-sign minus"} aria-hidden="true">
          {plus ? "+" : "−"}
        </b>
        <span class="vh">{t(plus ? "reading.phone.advantage" : "reading.phone.obstacle")}: </span>
        <span class="tx">{finding.statement}</span>
      </p>
      {finding.quote && <q>{finding.quote}</q>}
      <p class="hint">
        {finding.factors.map((code) => t(`factors.words.${code}`)).join(" · ")}
        {finding.sector && (
          <>
            {" · "}
            <Shape sector={finding.sector} /> {t(`common.sector.${finding.sector}`)}
          </>
        )}
      </p>
      {mark ? (
        <button
          type="button"
          class="btn small"
          aria-pressed={marked}
          aria-label={`${t("reading.phone.surprises")}${finding.marks ? ` ${finding.marks}` : ""}: ${finding.statement}`}
          disabled={!marked && left === 0}
          onClick={() => mark(!marked)}
        >
          {t("reading.phone.surprises")} {finding.marks > 0 && <b class="num">{finding.marks}</b>}
        </button>
      ) : (
        finding.marks > 0 && <p class="hint num">{t("reading.phone.marked", { n: finding.marks })}</p>
      )}
    </li>
  );
}
