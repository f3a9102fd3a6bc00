/** A round of interviews: how many there are of each sector, what they tell of the factors, and what is still unheard. */

import { guideOf, heardOf, interviewsBy, isFinding, WANTED } from "../../../../shared/web/front/interviews";
import type { Activity } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { SECTORS, Shape, useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Evidence } from "./interview/Evidence";
import { Points } from "./interview/Points";
import { SettingCounter } from "./Settings";

const MOST_WANTED = 100;

export const INTERVIEW: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "interview.console.open", verb: "activity.open" },
    open: { key: "interview.console.close", verb: "activity.confirm" },
  },
  View: Interviews,
};

function Interviews({ step }: { step: Activity }) {
  const { board, boot, t } = useApp();
  const held = board
    .all("interview")
    .filter((one) => one.activity === step.id)
    .sort(byPosition);
  const by = interviewsBy(held);
  const points = held.flatMap((one) => one.answers.filter(isFinding));
  const draft = step.phase === "draft";
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class="chip info">{t("interview.console.interviews", { n: held.length })}</span>
            {!draft && <span class="chip">{t("interview.console.findings", { n: points.length })}</span>}
          </>
        }
        tools={
          step.phase === "confirmed" ? (
            <a class="btn small" href={boot.urls.findings}>
              {t("interview.console.to_findings")}
            </a>
          ) : (
            <a class="btn small" href={(boot.urls.guide ?? "").replace("STEP", step.id)} target="_blank" rel="noopener">
              {t("interview.console.print")}
            </a>
          )
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={step.title}>
        {draft && (
          <section class="panel" aria-label={t("console.settings_of_step")}>
            <p>{t("interview.console.hint_draft", { n: guideOf(step).length })}</p>
            <p>
              <a href={boot.urls.prepare}>{t("interview.console.to_guide")}</a>
            </p>
            {SECTORS.map((sector) => (
              <SettingCounter
                key={sector}
                step={step}
                setting={WANTED[sector]}
                label={t(`interview.console.wanted.${sector}`)}
                least={0}
                most={MOST_WANTED}
              />
            ))}
          </section>
        )}
        {!draft && (
          <section class="panel c-held" aria-labelledby="iv-held">
            <h3 id="iv-held">{t("interview.console.by_sector")}</h3>
            <ul>
              {SECTORS.map((sector) => (
                <li key={sector}>
                  <Shape sector={sector} /> <span class="tx">{t(`common.sector.${sector}`)}</span>{" "}
                  <b class="num">{t("interview.console.of", { n: by[sector], of: Number(step.settings[WANTED[sector]]) })}</b>
                </li>
              ))}
            </ul>
            <p class="hint">{t("interview.console.private")}</p>
          </section>
        )}
        {!draft && held.length === 0 && <p class="empty">{t("interview.console.none")}</p>}
        {held.length > 0 && <Evidence heard={heardOf(held)} />}
        {held.length > 0 && <Points interviews={held} />}
      </section>
    </>
  );
}
