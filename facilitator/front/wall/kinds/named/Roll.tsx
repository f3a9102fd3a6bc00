/** The roll: how many are here of each sector and of how many, then whether there is a quorum. */

import type { Activity, Voice } from "../../../../../shared/web/front/records";
import { neededOf, presentOf, type RollResult } from "../../../../../shared/web/front/results/named";
import { Footer } from "../../Footer";
import { useGrowth } from "../../grow";
import { SECTORS, Shape, Strip, useApp } from "../../view";

export function Roll({ step, voices }: { step: Activity; voices: readonly Voice[] }) {
  const { t } = useApp();
  const grown = useGrowth<HTMLElement>(2);
  const members = step.settings.members as number[];
  const here = presentOf(voices);
  const needed = neededOf(members, String(step.settings.needs));
  const result = step.result?.rule === "roll" ? (step.result as RollResult) : null;
  const heavy = result?.heavy.map((sector) => t(`common.sector.${sector}`)).join(", ");
  return (
    <>
      <Strip step={step} />
      <main class="w-roll" ref={grown}>
        <ul>
          {SECTORS.map((sector, at) => (
            <li key={sector}>
              <Shape sector={sector} />
              <span>{t(`common.sector.${sector}`)}</span>
              <b class="num">
                {here[sector]}
                <small>/{members[at] ?? 0}</small>
              </b>
            </li>
          ))}
        </ul>
        <p class="w-line">
          {result
            ? t(result.quorate ? "named.wall.quorum" : "named.wall.no_quorum", { here: voices.length, needed })
            : t("named.wall.needed", { needed })}
        </p>
      </main>
      <Footer>{heavy ? t("named.wall.heavy", { sectors: heavy }) : ""}</Footer>
    </>
  );
}
