import type { Indicator } from "../../../../shared/web/front/records";
import { filledIn, type Sheet } from "../../../../shared/web/front/sheet";
import { useApp } from "../../view";

/** What is written on a measure's sheet, field by field, what it is to reach, and who stands up for it. */
export function Facts({ sheet, champion, outputs = [] }: { sheet: Sheet; champion: string; outputs?: Indicator[] }) {
  const { t } = useApp();
  const filled = filledIn(sheet);
  return (
    <>
      <dl>
        {filled.map(({ name }) => (
          <div key={name}>
            <dt class="hint">{t(`common.sheet.${name}`)}</dt>
            <dd class="tx">{sheet[name]}</dd>
          </div>
        ))}
        {outputs.map((line) => (
          <div key={line.id}>
            <dt class="hint tx">{line.name}</dt>
            <dd class="tx">
              {[line.target, line.unit].filter(Boolean).join(" ")}
              {line.base && ` · ${t("evaluation.words.from_base", { base: line.base })}`}
            </dd>
          </div>
        ))}
        {champion && (
          <div>
            <dt class="hint">{t("common.sheet.champion")}</dt>
            <dd class="tx">{champion}</dd>
          </div>
        )}
      </dl>
      {filled.length === 0 && <p class="hint">{t("sheet.phone.empty")}</p>}
    </>
  );
}
