/** A round of interviews: how many there are, and thanks. What anybody said never comes here. */

import type { Activity, Result, Sector } from "../../../../shared/web/front/records";
import { Footer } from "../Footer";
import { SECTORS, Shape, Strip, useApp } from "../view";

interface Round extends Result {
  interviews: number;
  sectors: Partial<Record<Sector, number>>;
}

export function Interviews({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const round = step.result?.rule === "interview" ? (step.result as Round) : null;
  const n = round?.interviews ?? board.tallies[step.id]?.interviews ?? 0;
  return (
    <>
      <Strip step={step} />
      <main class="w-big">
        {step.phase === "draft" ? (
          <p class="empty w-line">{t("interview.wall.soon")}</p>
        ) : (
          <>
            <div class="n num">{n}</div>
            <p class="w-line">{t("interview.wall.so_far", { n })}</p>
            {round && (
              <div class="w-round">
                {SECTORS.map((sector) => (
                  <div key={sector} class="w-figure">
                    <b class="num">{round.sectors[sector] ?? 0}</b>
                    <span>
                      <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                    </span>
                  </div>
                ))}
              </div>
            )}
          </>
        )}
      </main>
      <Footer>{t(round ? "interview.wall.thanks" : "interview.wall.private")}</Footer>
    </>
  );
}
