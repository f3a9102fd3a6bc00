import type { Activity } from "../../../../shared/web/front/records";
import { filledIn } from "../../../../shared/web/front/sheet";
import type { OwnSketch } from "../../sketches";
import { useApp } from "../../view";

/** A sketch to read; while the step is open another phone may go on with it. */
export function Reading({ activity, sketch }: { activity: Activity; sketch: OwnSketch }) {
  const app = useApp();
  const { t } = app;
  const filled = filledIn(sketch.sheet);
  return (
    <details class="card white">
      <summary class="tx">{sketch.title}</summary>
      <dl>
        {filled.map(({ name }) => (
          <div key={name}>
            <dt class="hint">{t(`common.sheet.${name}`)}</dt>
            <dd class="tx">{sketch.sheet[name]}</dd>
          </div>
        ))}
        {sketch.champion && (
          <div>
            <dt class="hint">{t("common.sheet.champion")}</dt>
            <dd class="tx">{sketch.champion}</dd>
          </div>
        )}
      </dl>
      {filled.length === 0 && <p class="hint">{t("sheet.phone.empty")}</p>}
      {activity.phase === "open" && !sketch.own && (
        <button
          type="button"
          class="btn small"
          aria-label={`${t("sheet.phone.take")}: ${sketch.title}`}
          onClick={() => void app.do("measure.take", { activity: activity.id, measure: sketch.id })}
        >
          {t("sheet.phone.take")}
        </button>
      )}
    </details>
  );
}
