/** Which factors are to be rated; or the matrix of an earlier workshop instead. */

import { FACTORS, GROUPS } from "../../../../../shared/web/front/factors";
import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Rules } from "../vote/Rules";

const MOST = 30;
const MINUTES_FOR = 0.75; // a factor

export function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { boot, t } = app;
  const chosen = new Set(step.settings.factors as string[]);
  const core = FACTORS.filter((factor) => factor.core);
  const set = (codes: ReadonlySet<string>) =>
    void app.act("activity.edit", {
      activity: step.id,
      settings: { factors: FACTORS.filter(({ code }) => codes.has(code)).map(({ code }) => code) },
    });
  const toggle = (code: string) => {
    const next = new Set(chosen);
    if (!next.delete(code)) next.add(code);
    if (!next.size) app.toasts.warn(t("matrix.console.at_least_one"));
    else if (next.size > MOST) app.toasts.warn(t("matrix.console.too_many", { most: MOST }));
    else set(next);
  };
  const isCore = chosen.size === core.length && core.every(({ code }) => chosen.has(code));
  return (
    <div class="c-board c-draft">
      <section class="panel c-factors" aria-labelledby="factors-title">
        <h3 id="factors-title">
          {t("matrix.console.choose", { n: chosen.size, minutes: Math.ceil(chosen.size * MINUTES_FOR) })}
        </h3>
        <p class="row">
          <button type="button" class="btn small" disabled={isCore} onClick={() => set(new Set(core.map(({ code }) => code)))}>
            {t("matrix.console.core", { n: core.length })}
          </button>
          <a class="btn small" href={`${boot.urls.findings}#carry`}>
            {t("matrix.console.take_over")}
          </a>
          <a class="btn small" href={`${boot.urls.findings}#hear`}>
            {t("matrix.console.take_interviews")}
          </a>
        </p>
        <div class="c-groups">
          {GROUPS.map((group) => (
            <fieldset key={group}>
              <legend>{t(`factors.words.group.${group}`)}</legend>
              {FACTORS.filter((factor) => factor.group === group).map(({ code }) => (
                <label key={code} class="c-tick">
                  <input
                    type="checkbox"
                    checked={chosen.has(code)}
                    onChange={(event) => {
                      event.currentTarget.checked = chosen.has(code); // as it is known, until the server tells
                      toggle(code);
                    }}
                  />
                  <span>
                    <span class="num">{code}</span> {t(`factors.words.${code}`)}
                  </span>
                </label>
              ))}
            </fieldset>
          ))}
        </div>
      </section>
      <section class="panel" aria-label={t("console.settings_of_step")}>
        <label class="c-switch">
          <input
            type="checkbox"
            checked={step.settings.trend === true}
            onChange={(event) =>
              void app.act("activity.edit", { activity: step.id, settings: { trend: event.currentTarget.checked } })
            }
          />
          <span>
            {t("matrix.console.asks_trend")} <small>{t("matrix.console.asks_trend_hint")}</small>
          </span>
        </label>
        <Rules step={step} />
        <p class="hint">{t("vote.console.blind")}</p>
      </section>
    </div>
  );
}
