/** What people wrote, without names, each to be hidden; and what is hidden. */

import type { Activity } from "../../../../../shared/web/front/records";
import type { Remark } from "../../../../../shared/web/front/results/poll";
import { Hidden, Hide } from "./Hiding";

export function Remarks({ step, title, remarks }: { step: Activity; title: string; remarks: readonly Remark[] }) {
  return (
    <>
      {remarks.length > 0 && (
        <section aria-label={title}>
          <h3>{title}</h3>
          <ul class="said">
            {remarks.map(({ text }, i) => (
              <li key={i} class="card white c-remark">
                <span class="tx">{text}</span>
                <Hide step={step} text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Hidden step={step} />
    </>
  );
}
