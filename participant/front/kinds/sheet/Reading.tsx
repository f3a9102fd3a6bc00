import type { Activity } from "../../../../shared/web/front/records";
import type { OwnSketch } from "../../sketches";
import { useApp } from "../../view";
import { Facts } from "./Facts";

/** A sketch to read; while the step is open another phone may go on with it. */
export function Reading({ activity, sketch }: { activity: Activity; sketch: OwnSketch }) {
  const app = useApp();
  const { t } = app;
  return (
    <details class="card white">
      <summary class="tx">{sketch.title}</summary>
      <Facts sheet={sketch.sheet} champion={sketch.champion} outputs={sketch.indicators ?? []} />
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
