/** Reading: the findings group by group, read in silence; whoever likes marks what surprises. */

import type { Activity, Finding } from "../../../../shared/web/front/records";
import { groupsOf } from "../../../../shared/web/front/results/reading";
import { useApp } from "../view";
import { Head } from "../views/Head";
import type { KindOfConsole } from "./index";
import { Counter } from "./Settings";

const MOST_MARKS = 10;

export const READING: KindOfConsole = {
  phases: ["draft", "open", "confirmed"],
  acts: {
    draft: { key: "reading.console.open", verb: "activity.open" },
    open: { key: "reading.console.close", verb: "activity.confirm" },
  },
  View: Reading,
};

function Reading({ step }: { step: Activity }) {
  const app = useApp();
  const { board, boot, t } = app;
  const all = board.all("finding");
  const shown = all.filter((finding) => finding.shown).length;
  const waiting = all.filter((finding) => !finding.shown && !finding.confidential).length;
  const marks = Number(step.settings.marks ?? 0);
  const draft = step.phase === "draft";
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class="chip info">{t("reading.console.findings", { n: all.length })}</span>
            {!draft && <span class="chip">{t("reading.console.shown", { n: shown })}</span>}
          </>
        }
        tools={
          !draft &&
          waiting > 0 && (
            <button type="button" class="btn small" onClick={() => void app.act("finding.show", { shown: true })}>
              {t("reading.console.show_new", { n: waiting })}
            </button>
          )
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it */}
      <section class="c-board c-draft" tabIndex={0} aria-label={t("reading.console.board")}>
        {draft && (
          <section class="panel" aria-label={t("console.settings_of_step")}>
            <Counter
              label={t("reading.console.marks")}
              value={marks}
              least={0}
              most={MOST_MARKS}
              words={marks ? undefined : t("reading.console.no_marks")}
              set={(n) => void app.act("activity.edit", { activity: step.id, settings: { marks: n } })}
            />
            <p class="hint">
              {t("reading.console.hint")} <a href={boot.urls.findings}>{t("reading.console.page")}</a>
            </p>
          </section>
        )}
        {!all.length && <p class="empty">{t("reading.console.none")}</p>}
        {groupsOf(all).map(({ group, findings }) => (
          <section key={group} aria-label={t(`factors.words.group.${group}`)}>
            <h3>{t(`factors.words.group.${group}`)}</h3>
            <ul class="opts">
              {findings.map((finding) => (
                <Told key={finding.id} finding={finding} />
              ))}
            </ul>
          </section>
        ))}
      </section>
    </>
  );
}

function Told({ finding }: { finding: Finding }) {
  const { t } = useApp();
  return (
    <li class="opt c-finding">
      <b aria-hidden="true">{finding.sign === "+" ? "+" : "−"}</b>
      <span class="vh">{t(`findings.console.sign.${finding.sign}`)}: </span>
      <span class="tx">
        {finding.statement}
        {finding.quote && <q>{finding.quote}</q>}
      </span>
      <span class="sp" />
      {finding.confidential && <span class="chip wait">{t("reading.console.confidential")}</span>}
      {finding.marks > 0 && <span class="chip ok">{t("reading.console.marked", { n: finding.marks })}</span>}
    </li>
  );
}
