import { useApp } from "../view";

/** Half cards of steps that have gone by: not pinned, not lost. */
export function RestingDrafts({ except = "" }: { except?: string }) {
  const { t, board, drafts } = useApp();
  const resting = drafts.all().filter(([activity]) => activity !== except && board.get("activity", activity));
  if (!resting.length) return null;
  return (
    <section aria-labelledby="resting">
      <h2 id="resting" class="part">
        {t("phone.resting.title")}
      </h2>
      <ul class="stack">
        {resting.map(([activity, text]) => (
          <li key={activity} class="card white resting">
            <span class="tx">{text}</span>
            <p class="meta">
              <span class="pin wait" aria-hidden="true" /> {t("phone.resting.state")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
