/** One measure: six questions rated by champion, office and users, then in words what it taught and what comes next. */

import { AGAIN, moneyOf, SCORES, scoreIn, type Told, wordsAsked, worthOf } from "../../../../../shared/web/front/conclusions";
import { JudgedTable } from "../../../../../shared/web/front/JudgedTable";
import type { Activity, Measure } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Box } from "./Box";

export function Worth({ step, measure }: { step: Activity; measure: Measure }) {
  const app = useApp();
  const { t, boot } = app;
  const worth = worthOf(measure);
  const tell = (name: string, value: string) =>
    app.act("measure.check", { activity: step.id, measure: measure.id, answers: { [name]: value } });
  const money = moneyOf(t, boot.language, measure);
  return (
    <section class="panel c-facts told" aria-label={measure.title}>
      <h3 class="tx">{measure.title}</h3>
      {money.length > 0 && <p>{money.map(({ label, value }) => `${label}: ${value}`).join(" · ")}</p>}
      <p class="hint">{t("evaluation.words.judged_how")}</p>
      <JudgedTable
        t={t}
        cell={(question, who) => (
          <Choose
            label={`${t(`evaluation.words.judge.${question}`)} ${t(`evaluation.words.by.${who}`)}`}
            value={worth[`${question}_${who}`] ?? ""}
            options={SCORES[who].map((score) => [score, scoreIn(boot.language, score)])}
            choose={(score) => void tell(`${question}_${who}`, score)}
          />
        )}
      />
      {wordsAsked(t).map(({ heading, asked }) => (
        <section key={heading} aria-label={heading}>
          <h4>{heading}</h4>
          <ul class="c-checks">
            {asked.map((one) => (
              <li key={one.name}>
                <span>{one.label}</span>
                <Answer asked={one} value={worth[one.name] ?? ""} keep={(words) => tell(one.name, words)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Answer({ asked, value, keep }: { asked: Told; value: string; keep(words: string): Promise<boolean> }) {
  const { t } = useApp();
  if (asked.as === "again") {
    const options = AGAIN.map((again): [string, string] => [again, t(`evaluation.words.answer.${again}`)]);
    return <Choose label={asked.label} value={value} options={options} choose={(again) => void keep(again)} />;
  }
  return <Box label={asked.label} value={value} most={asked.characters} date={asked.as === "day"} keep={keep} />;
}

interface ChooseProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  choose(value: string): void;
}

function Choose({ label, value, options, choose }: ChooseProps) {
  return (
    <select class="in" aria-label={label} value={value} onChange={(event) => choose(event.currentTarget.value)}>
      <option value="">–</option>
      {options.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}
