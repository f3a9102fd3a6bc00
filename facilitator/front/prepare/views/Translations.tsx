/** Name and question in the other languages that the workshop offers; left empty, phones show the workshop's own words. */

import type { Activity } from "../../../../shared/web/front/records";
import { workshopOf } from "../../../../shared/web/front/select";
import { usePrepare } from "../view";
import { Input } from "./Input";
import { LineBox } from "./LineBox";

const NAMES = ["title", "question"] as const;
const MOST = { title: 120, question: 300 };

export function Translations({ step, fixed }: { step: Activity; fixed: boolean }) {
  const { t, board, boot } = usePrepare();
  const workshop = workshopOf(board);
  const others = workshop?.languages.filter((language) => language !== workshop.language) ?? [];
  if (!others.length) return null;
  const written = others.filter((language) => step.translations?.[language]).map((language) => boot.names[language]);
  return (
    <details class="more">
      <summary>
        {t("prepare.translations")}
        {written.length > 0 && <small>: {written.join(", ")}</small>}
      </summary>
      {others.map((language) => (
        <div key={language} class="two-fields">
          {NAMES.map((name) => (
            <Input
              key={name}
              id={`${name}-${language}-${step.id}`}
              label={t(`prepare.${name}_in`, { language: boot.names[language] ?? language })}
              value={step.translations?.[language]?.[name] ?? ""}
              disabled={fixed && name === "question"}
              act={(typed) => ({
                verb: "activity.edit",
                args: { activity: step.id, translations: { [language]: { [name]: typed } } },
              })}
            >
              {(box) => (
                <LineBox box={box} class="in" lang={language} dir="auto" maxLength={MOST[name]} placeholder={step[name]} />
              )}
            </Input>
          ))}
        </div>
      ))}
    </details>
  );
}
