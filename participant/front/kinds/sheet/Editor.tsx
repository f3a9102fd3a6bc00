import { useEffect, useRef } from "preact/hooks";
import type { Activity } from "../../../../shared/web/front/records";
import { answerOf, SHEET_FIELDS, type SheetField } from "../../../../shared/web/front/sheet";
import type { OwnSketch } from "../../sketches";
import { useApp } from "../../view";
import { Strip } from "../../views/Strip";
import { Field } from "./Field";
import { Outputs } from "./Outputs";

const TITLE: SheetField = { name: "title", characters: 160 };
const CHAMPION: SheetField = { name: "champion", characters: 120 };

interface Props {
  activity: Activity;
  sketch: OwnSketch;
  leave(): void;
}

/** One sketch, field by field; each answer is kept and sent by itself, so that nothing waits for a button. */
export function Editor({ activity, sketch, leave }: Props) {
  const app = useApp();
  const { t, typing } = app;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    return () => typing.pause();
  }, []);
  const send = (values: Record<string, unknown>) =>
    void app.do("measure.sketch", { activity: activity.id, measure: sketch.id, ...values });
  const keep = (field: SheetField, typed: string) => {
    const answer = answerOf(field, typed);
    if (answer === undefined) return;
    if (field === TITLE) answer && answer !== sketch.title && send({ title: answer });
    else if (field === CHAMPION) (answer ?? "") !== sketch.champion && send({ champion: answer ?? "" });
    else if ((answer ?? "") !== (sketch.sheet[field.name] ?? "")) send({ sheet: { [field.name]: answer } });
  };
  const value = (field: SheetField) =>
    String((field === TITLE ? sketch.title : field === CHAMPION ? sketch.champion : sketch.sheet[field.name]) ?? "");
  return (
    <>
      <Strip activity={activity} mode={t("sheet.phone.open")} />
      <h3 class="part tx" tabIndex={-1} ref={head}>
        {sketch.title}
      </h3>
      <p class="hint" aria-live="off">
        {t(sketch.state === "saved" ? "sheet.phone.kept" : "sheet.phone.keeping")}
      </p>
      {[TITLE, ...SHEET_FIELDS, CHAMPION].map((field) => (
        <Field
          key={field.name}
          field={field}
          place={sketch.id}
          value={value(field)}
          keep={(typed) => keep(field, typed)}
          busy={() => typing.begin(activity.id)}
          rest={() => typing.pause()}
        />
      ))}
      <Outputs
        lines={sketch.indicators ?? []}
        keep={(indicators) => send({ indicators })}
        busy={() => typing.begin(activity.id)}
        rest={() => typing.pause()}
      />
      <div class="ph-act">
        <button type="button" class="btn go" onClick={leave}>
          {t("sheet.phone.done")}
        </button>
      </div>
    </>
  );
}
