import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { partOf } from "../../../../shared/web/front/evaluation";
import type { Activity } from "../../../../shared/web/front/records";
import type { OwnMeasure } from "../../evaluations";
import { useApp } from "../../view";
import { Strip } from "../../views/Strip";

interface Props {
  activity: Activity;
  measure: OwnMeasure;
  leave(): void;
  children: ComponentChildren;
}

/** The frame of a measure that is filled in: each answer is kept and sent by itself. */
export function Form({ activity, measure, leave, children }: Props) {
  const { t, typing } = useApp();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus();
    return () => typing.pause();
  }, []);
  return (
    <>
      <Strip activity={activity} mode={t(`evaluation.phone.${partOf(activity)}`)} />
      <h3 class="part tx" tabIndex={-1} ref={head}>
        {measure.title}
      </h3>
      <p class="hint" aria-live="off">
        {t(measure.state === "saved" ? "evaluation.phone.kept" : "evaluation.phone.keeping")}
      </p>
      {children}
      <div class="ph-act">
        <button type="button" class="btn go" onClick={leave}>
          {t("evaluation.phone.done")}
        </button>
      </div>
    </>
  );
}
