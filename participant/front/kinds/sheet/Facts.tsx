import { filledIn, type Sheet } from "../../../../shared/web/front/sheet";
import { useApp } from "../../view";

/** What is written on a measure's sheet, field by field, and who stands up for it. */
export function Facts({ sheet, champion }: { sheet: Sheet; champion: string }) {
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
