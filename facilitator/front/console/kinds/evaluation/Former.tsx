/** What was planned and promised for a measure in the workshop that it was taken over from, in the words of then. */

import type { Measure } from "../../../../../shared/web/front/records";
import { byPosition } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";

export function Former({ measure }: { measure: Measure }) {
  const { t, board, boot } = useApp();
  const day = (iso: string) => new Intl.DateTimeFormat(boot.language, { dateStyle: "medium" }).format(new Date(`${iso}T12:00`));
  const lines = board
    .all("pledge")
    .filter((pledge) => pledge.former && pledge.measure === measure.id)
    .sort(byPosition);
  const { title, date } = measure.origin ?? {};
  return (
    <>
      {lines.length > 0 && (
        <ul class="c-former">
          {lines.map((line) => (
            <li key={line.id} class="tx">
              <span class="chip">{t(`evaluation.words.former.${line.former === "commit" ? "commit" : "plan"}`)}</span>{" "}
              <b>{line.who}</b> {[line.what, line.due && day(line.due), line.means].filter(Boolean).join(" · ")}
            </li>
          ))}
        </ul>
      )}
      {title && date && <p class="hint">{t("evaluation.words.from", { title, date: day(date) })}</p>}
    </>
  );
}
