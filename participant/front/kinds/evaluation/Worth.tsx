import { BY, JUDGED, moneyOf, scoreIn, toldIn, wordsAsked, worthOf } from "../../../../shared/web/front/conclusions";
import type { Measure } from "../../../../shared/web/front/records";
import { useApp } from "../../view";

/** What a measure was worth, to read: as far as it is told. */
export function Worth({ measure }: { measure: Measure }) {
  const { t, boot } = useApp();
  const worth = worthOf(measure);
  const scores = JUDGED.map((question) => ({
    label: t(`evaluation.words.judge.${question}`),
    value: BY.filter((who) => worth[`${question}_${who}`])
      .map((who) => `${t(`evaluation.words.by.${who}`)} ${scoreIn(boot.language, worth[`${question}_${who}`])}`)
      .join(" · "),
  }));
  const words = wordsAsked(t).flatMap(({ heading, asked }) =>
    asked.map((one) => ({ label: `${heading} – ${one.label}`, value: toldIn(t, boot.language, one, worth[one.name]) })),
  );
  const lines = [...moneyOf(t, boot.language, measure), ...scores, ...words].filter(({ value }) => value);
  if (!lines.length) return <p class="hint">–</p>;
  return (
    <dl>
      {lines.map(({ label, value }) => (
        <div key={label} class="ev-told">
          <dt>{label}</dt>
          <dd class="tx">
            <b>{value}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}
