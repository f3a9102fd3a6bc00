import type { PlanLine } from "../../../../shared/web/front/evaluation";
import type { Reached } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** What was planned, in the plan's own words. */
export function Planned({ line }: { line: PlanLine }) {
  const { t } = useApp();
  const base = line.indicator?.base ? t("evaluation.words.from_base", { base: line.indicator.base }) : "";
  const earlier = line.reached.earlier ? t("evaluation.words.earlier", { value: line.reached.earlier }) : "";
  return (
    <p class="hint">
      {t("evaluation.words.planned")}: <b class="tx">{[line.planned || "–", base, earlier].filter(Boolean).join(" · ")}</b>
    </p>
  );
}

/** Whether the room agrees with a value. */
export function State({ reached }: { reached: Reached }) {
  const { t } = useApp();
  if (!reached.state) return null;
  return (
    <p class="tx">
      <span class={`chip ${reached.state === "confirmed" ? "ok" : "wait"}`}>{t(`evaluation.words.state.${reached.state}`)}</span>{" "}
      {reached.word}
    </p>
  );
}
