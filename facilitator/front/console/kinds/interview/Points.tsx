/** What was noted, by factor, and quotes that may be told; what is no finding stays a note for the team. */

import { FACTORS } from "../../../../../shared/web/front/factors";
import { leftToRight } from "../../../../../shared/web/front/figures";
import { isFinding } from "../../../../../shared/web/front/interviews";
import type { Interview, Point } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";

interface Noted {
  interview: Interview;
  point: Point;
}

export function Points({ interviews }: { interviews: readonly Interview[] }) {
  const { t } = useApp();
  const noted: Noted[] = interviews.flatMap((interview) => interview.answers.map((point) => ({ interview, point })));
  const found = noted.filter(({ point }) => isFinding(point));
  const rest = noted.filter(({ point }) => !isFinding(point));
  const quotes = noted.filter(({ point }) => point.quote && !point.confidential);
  return (
    <>
      {quotes.length > 0 && (
        <section aria-labelledby="iv-quotes">
          <h3 id="iv-quotes">{t("interview.console.quotes")}</h3>
          <ul class="opts">
            {quotes.map(({ interview, point }) => (
              <li key={point.id} class="opt c-finding">
                <span class="tx">
                  <q>{point.quote}</q>
                </span>
                <span class="sp" />
                <Whose interview={interview} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {FACTORS.map(({ code }) => {
        const of = found.filter(({ point }) => point.factors[0] === code);
        if (!of.length) return null;
        return (
          <section key={code} aria-label={t(`factors.words.${code}`)}>
            <h3>
              {t(`factors.words.${code}`)} {leftToRight(code)}
            </h3>
            <Listed noted={of} />
          </section>
        );
      })}
      {rest.length > 0 && (
        <details class="panel c-unheard">
          <summary>{t("interview.console.notes", { n: rest.length })}</summary>
          <Listed noted={rest} />
        </details>
      )}
    </>
  );
}

function Listed({ noted }: { noted: readonly Noted[] }) {
  const { t } = useApp();
  return (
    <ul class="opts">
      {noted.map(({ interview, point }) => (
        <li key={point.id} class="opt c-finding">
          {point.sign && (
            <>
              <b aria-hidden="true">{point.sign === "+" ? "+" : "−"}</b>
              <span class="vh">{t(`findings.console.sign.${point.sign}`)}: </span>
            </>
          )}
          <span class="tx">{point.statement}</span>
          <span class="sp" />
          {point.confidential && <span class="chip wait">{t("interview.console.confidential")}</span>}
          <Whose interview={interview} />
        </li>
      ))}
    </ul>
  );
}

function Whose({ interview }: { interview: Interview }) {
  const { t } = useApp();
  return (
    <span class="chip">
      {t("interview.console.nth", { n: interview.number, who: t(`interview.words.group.${interview.group}`) })}
    </span>
  );
}
