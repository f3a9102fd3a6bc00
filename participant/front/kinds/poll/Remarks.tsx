import type { Remark } from "../../../../shared/web/front/results/poll";

/** What people wrote, without names. */
export function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  if (!remarks.length) return null;
  return (
    <section>
      <h3 class="part">{title}</h3>
      <ul class="stack">
        {remarks.map(({ text }, i) => (
          <li key={i} class="card white">
            <span class="tx">{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
