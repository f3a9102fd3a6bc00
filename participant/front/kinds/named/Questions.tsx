import type { Measure } from "../../../../shared/web/front/records";
import { QUESTIONS, SIGNS, standing } from "../../../../shared/web/front/results/named";
import { useApp } from "../../view";

/** What the office has answered to the nine questions about a measure; what is not a plain yes is told in words. */
export function Questions({ measure }: { measure: Measure }) {
  const { t } = useApp();
  const found = QUESTIONS.filter((k) => ["no", "repaired"].includes(String(measure.sheet?.[k] ?? "")));
  return (
    <>
      <p class="chip">{t(`named.phone.gate.stands_${standing(measure.sheet)}`)}</p>
      {found.length > 0 && (
        <ul class="nm-found">
          {found.map((k) => (
            <li key={k}>
              <span aria-hidden="true">{SIGNS[String(measure.sheet?.[k])]}</span> {t(`rating.words.${k}`)}{" "}
              <b>{t(`named.phone.gate.answer_${measure.sheet?.[k]}`)}</b> <span class="tx">{measure.sheet?.[`${k}_word`]}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
