import type { Activity } from "../../../../shared/web/front/records";
import { usePrepare } from "../view";
import { Input } from "./Input";
import { LineBox } from "./LineBox";

/** How long a step takes; its label is for those who cannot see the row. */
export function Minutes({ step }: { step: Activity }) {
  const { t } = usePrepare();
  return (
    <div class="mins">
      <Input
        id={`minutes-${step.id}`}
        label={t("prepare.minutes_of", { title: step.title })}
        value={String(step.minutes)}
        wrong={t("prepare.number_wrong")}
        act={(typed) => {
          const minutes = String(typed).trim();
          return /^\d{1,6}$/.test(minutes)
            ? { verb: "activity.edit", args: { activity: step.id, minutes: Number(minutes) } }
            : null;
        }}
      >
        {(box) => <LineBox box={box} class="in num" inputMode="numeric" />}
      </Input>
      <span aria-hidden="true">{t("prepare.min")}</span>
    </div>
  );
}
