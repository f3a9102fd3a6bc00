/** What the interviews tell of each factor, by sector and sign; where they differ, and of what nobody has spoken yet. */

import { leftToRight } from "../../../../../shared/web/front/figures";
import { type Heard, unheardBy } from "../../../../../shared/web/front/interviews";
import { SECTORS, Shape, useApp } from "../../view";

const SILENT = ["private", "public"] as const;

export function Evidence({ heard }: { heard: readonly Heard[] }) {
  const { t } = useApp();
  const name = (code: string) => `${t(`factors.words.${code}`)} ${leftToRight(code)}`;
  return (
    <>
      {heard.length > 0 && (
        <table class="rtab c-matrix">
          <caption>{t("interview.console.evidence")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("interview.console.factor")}</th>
              {SECTORS.map((sector) => (
                <th scope="col" class="n" key={sector}>
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                </th>
              ))}
              <th scope="col" class="n">
                {t("interview.console.advantages")}
              </th>
              <th scope="col" class="n">
                {t("interview.console.obstacles")}
              </th>
            </tr>
          </thead>
          <tbody>
            {heard.map(({ code, by, plus, minus }) => (
              <tr key={code}>
                <th scope="row">
                  <span class="tx">{name(code)}</span>
                  {plus > 0 && minus > 0 && <span class="chip wait">{t("interview.console.contested")}</span>}
                </th>
                {SECTORS.map((sector) => (
                  <td class="n num" key={sector}>
                    {by[sector]}
                  </td>
                ))}
                <td class="n num">{plus}</td>
                <td class="n num">{minus}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {SILENT.map((sector) => {
        const codes = unheardBy(heard, sector);
        return (
          codes.length > 0 && (
            <details key={sector} class="panel c-unheard">
              <summary>{t(`interview.console.unheard.${sector}`, { n: codes.length })}</summary>
              <p class="tx">{codes.map(name).join(" · ")}</p>
            </details>
          )
        );
      })}
    </>
  );
}
