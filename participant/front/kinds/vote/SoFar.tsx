import type { Activity } from "../../../../shared/web/front/records";
import { partOf } from "../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { Outcome } from "./Rules";

/** What is shown of a result so far. */
export function SoFar({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const part = partOf(activity);
  if (!part) return null;
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
      <Outcome activity={activity} />
    </>
  );
}
