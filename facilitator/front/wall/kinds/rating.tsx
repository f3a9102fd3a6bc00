/** A rating: how many papers are filled in; then the table of means, where people are far apart, the picture of two axes. */

import type { Activity } from "../../../../shared/web/front/records";
import { lettered, type RatingResult } from "../../../../shared/web/front/results/rating";
import { workshopOf } from "../../../../shared/web/front/select";
import { pages } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { Across } from "./rating/Across";
import { Apart } from "./rating/Apart";
import { Heat } from "./rating/Heat";
import { Ballots } from "./vote/Ballots";
import { Voting } from "./vote/Voting";

const ROWS = 8; // one less with larger letters, or with a question of two lines
const ONE_LINE = 50; // characters
const CELLS = 2;

export function Rating({ step }: { step: Activity }) {
  const { t } = useApp();
  if (step.result?.rule === "rating") return <Result step={step} result={step.result as RatingResult} />;
  return <Voting step={step} rule={t("rating.wall.rule")} />;
}

/** Pages that change by themselves. After a first round where to talk, after the last one the picture. */
function Result({ step, result }: { step: Activity; result: RatingResult }) {
  const app = useApp();
  const items = lettered(result);
  const apart = items.flatMap((item) => item.flags.map((c) => ({ item, c })));
  const long = [...(step.question || step.title)].length > ONE_LINE;
  const large = workshopOf(app.board)?.wall?.letters === "l";
  const views = pages(items, ROWS - Number(long) - Number(large)).map((rows) => (
    <Heat key={`heat ${rows[0]?.id}`} result={result} rows={rows} />
  ));
  if (result.round === "first") {
    for (const cells of apart.length ? pages(apart, CELLS) : []) {
      views.push(<Apart key={`apart ${cells[0]?.item.id} ${cells[0]?.c}`} cells={cells} />);
    }
  } else if (items.some((item) => item.effect !== undefined)) {
    views.push(<Across key="across" result={result} />);
  }
  const at = usePage(views.length);
  return (
    <>
      <Strip step={step} />
      {views[at]}
      <Ballots result={result}>
        {apart.length > 0 && (
          <>
            {" · "}
            <i class="w-dash" /> {app.t("rating.wall.key")}
          </>
        )}
        {items.some((item) => item.verdict && item.verdict !== "stands") && ` · ${app.t("rating.wall.refused")}`}
      </Ballots>
    </>
  );
}
