/** Scores: what is scored and how many have voted; then the picture, the order, the lights or the medians, page by page. */

import type { Activity } from "../../../../shared/web/front/records";
import { questionsOf, type ScoresResult, scaleOf } from "../../../../shared/web/front/results/scores";
import { firstRoundOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { evenPages, pages } from "../fit";
import { Strip, useApp, usePage } from "../view";
import { FourFields } from "./scores/FourFields";
import { Gaps } from "./scores/Gaps";
import { Grid, gridRows } from "./scores/Grid";
import { Lists } from "./scores/Lists";
import { Order } from "./scores/Order";
import { Ballots } from "./vote/Ballots";
import { Voting } from "./vote/Voting";

const MOST_GAPS = 3;
const MOST_NAMES = 5;

export function Scores({ step }: { step: Activity }) {
  const { board, t } = useApp();
  if (step.result?.rule === "scores") return <Result step={step} result={step.result as ScoresResult} />;
  const first = firstRoundOf(board, step)?.result as ScoresResult | undefined;
  if (step.phase === "draft" && first?.gaps?.length) return <Talk step={step} first={first} />;
  const n = questionsOf(step).length;
  return <Voting step={step} rule={t(`scores.wall.rule.${scaleOf(step)}`, { n })} />;
}

/** Before a second round: what the first has shown far apart, to be talked about. */
function Talk({ step, first }: { step: Activity; first: ScoresResult }) {
  const views = pages(first.gaps ?? [], MOST_GAPS).map((gaps, i) => <Gaps key={i} result={first} gaps={gaps} />);
  return (
    <>
      <Strip step={step} />
      <Turning views={views} />
      <Footer />
    </>
  );
}

function Result({ step, result }: { step: Activity; result: ScoresResult }) {
  const { t } = useApp();
  const placed = result.items.flatMap((item) => (item.place === undefined ? [] : [{ ...item, place: item.place }]));
  return (
    <>
      <Strip step={step} />
      <Turning views={viewsOf(step, result)} />
      {result.scale === "stars" ? (
        <Ballots result={result} items={placed} />
      ) : (
        <Footer join={false}>
          {t("vote.wall.ballots", { n: result.cast, of: result.seats })}
          {result.figure === "share" && ` · ${t("scores.wall.lights")}`}
        </Footer>
      )}
    </>
  );
}

/** Pages that change by themselves. */
function viewsOf(step: Activity, result: ScoresResult) {
  const gaps = pages(result.gaps ?? [], MOST_GAPS).map((cut) => <Gaps key={`gaps ${cut[0]?.id}`} result={result} gaps={cut} />);
  const told = result.gaps?.length ? gaps : [];
  if (result.figure === "mean") return [...Order({ step, result })];
  if (result.scale === "reach" && result.items.some((item) => item.weight)) {
    return [<FourFields key="fields" step={step} result={result} />, ...Lists({ result, most: MOST_NAMES })];
  }
  const grids = evenPages(result.items, gridRows(result)).map((items) => (
    <Grid key={`grid ${items[0]?.id}`} step={step} result={result} items={items} />
  ));
  return [...grids, ...(result.scale === "reach" ? Lists({ result, most: MOST_NAMES }) : []), ...told];
}

function Turning({ views }: { views: preact.JSX.Element[] }) {
  const at = usePage(views.length);
  return views[at] ?? null;
}
