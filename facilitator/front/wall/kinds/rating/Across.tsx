/** The measures between two axes, with their names; for those who hear the wall, as a list. */

import { Picture } from "../../../../../shared/web/front/results/Picture";
import { lettered, type RatingResult } from "../../../../../shared/web/front/results/rating";
import { useApp } from "../../view";

const SHEET = { width: 168, height: 63, em: 4.2 };

export function Across({ result }: { result: RatingResult }) {
  const { t } = useApp();
  return (
    <main class="w-across">
      <p class="w-say">{t("rating.wall.across")}</p>
      <div>
        <Picture result={result} sheet={SHEET} t={t} />
      </div>
      <ul class="vh">
        {lettered(result).map(({ id, letter, title, effect, feasible }) =>
          effect === undefined || feasible === undefined ? null : (
            <li key={id}>{t("rating.words.point", { letter, title, effect, feasible })}</li>
          ),
        )}
      </ul>
    </main>
  );
}
