import { toSettle } from "../settle";
import { usePrepare } from "../view";

/** What is still to settle; each line leads to its place. */
export function Settle() {
  const app = usePrepare();
  const { t, agenda, kinds } = app;
  const open = toSettle(kinds, agenda);
  if (!open.length) return null;
  const places = new Map(agenda.map((step, place) => [step.id, place + 1]));
  const go = (step: string) => {
    app.open.value = step;
    requestAnimationFrame(() => document.getElementById(`row-${step}`)?.focus());
  };
  return (
    <details class="panel settle">
      <summary>{t("prepare.settle", { n: open.length })}</summary>
      <ul>
        {open.map(({ step, key, n }) => (
          <li key={`${step.id} ${key}`}>
            <span class="pin wait" aria-hidden="true" />
            <button type="button" class="linklike" onClick={() => go(step.id)}>
              {t("prepare.settle_at", { place: places.get(step.id) ?? 0, title: step.title })}
            </button>{" "}
            {t(`prepare.settle_${key}`, { n })}
          </li>
        ))}
      </ul>
    </details>
  );
}
