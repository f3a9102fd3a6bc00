import type { PartOfResult } from "../../../../shared/web/front/results/vote";
import { useApp } from "../../view";

/** What is shown of a result so far. */
export function Part({ part }: { part: PartOfResult }) {
  const { t } = useApp();
  return (
    <>
      <p class="lead num">{t("vote.phone.voted_of", { n: part.cast, of: part.seats })}</p>
      {part.items && (
        <ol class="results">
          {part.items.map((item) => (
            <li key={item.id} class="res">
              <div class="l">
                <b class="num">{item.place}.</b>
                <span class="tx">{item.title}</span>
                {item.figure !== undefined && <span class="n">{item.figure}</span>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
