/** A matrix: how many have rated; then all factors as bars from -3 to +3, the first advantages, the first obstacles. */

import type { Activity } from "../../../../shared/web/front/records";
import { firstOf, type MatrixItem, type MatrixResult, matrixOf, originOf } from "../../../../shared/web/front/results/matrix";
import { partOf } from "../../../../shared/web/front/results/vote";
import { Footer } from "../Footer";
import { pages } from "../fit";
import { SECTORS, Shape, Strip, useApp, usePage } from "../view";
import { Row } from "./matrix/Row";
import { Ballots } from "./vote/Ballots";
import { Part } from "./vote/Part";
import { Voting } from "./vote/Voting";

const ROWS = 6;
const FIRST_ROWS = 5;

export function Matrix({ step }: { step: Activity }) {
  const { t } = useApp();
  const result = matrixOf(step);
  const part = partOf(step);
  if (result) return <Bars step={step} result={result} />;
  if (part) return <Part step={step} part={part} />;
  if (originOf(step)) return <Soon step={step} />;
  return <Voting step={step} list={false} rule={t("matrix.wall.rule", { n: step.options.length })} />;
}

/** Taken over from another workshop, and not shown yet. */
function Soon({ step }: { step: Activity }) {
  const { t } = useApp();
  return (
    <>
      <Strip step={step} />
      <main class="w-big">
        <p class="w-line">{t("matrix.wall.soon")}</p>
      </main>
      <Footer />
    </>
  );
}

interface Page {
  title: string;
  items: MatrixItem[];
  /** Lists by priority number their rows and let a finding speak. */
  from?: number;
}

function Bars({ step, result }: { step: Activity; result: MatrixResult }) {
  const app = useApp();
  const { t } = app;
  const rated = result.items.filter((item) => item.n > 0);
  const first = (sign: "+" | "-", title: string): Page[] =>
    firstOf(result, sign).length
      ? pages(firstOf(result, sign), FIRST_ROWS).map((items, n) => ({ title, items, from: n * FIRST_ROWS + 1 }))
      : [];
  const all: Page[] = [
    ...pages(rated, ROWS).map((items) => ({ title: "", items })),
    ...first("+", t("matrix.wall.advantages")),
    ...first("-", t("matrix.wall.obstacles")),
  ];
  const at = usePage(all.length);
  const page = all[at] as Page;
  const origin = originOf(step);
  return (
    <>
      <Strip step={step} />
      <main class="w-mx">
        <div class="w-mx-head">
          <h2>{page.title || t("matrix.wall.all")}</h2>
          <span class="w-key">
            {result.sectors &&
              SECTORS.map((sector) => (
                <span key={sector} class="sec">
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                </span>
              ))}
          </span>
        </div>
        {page.items.length ? (
          <ol class={page.from ? "first" : ""}>
            {page.items.map((item, n) => (
              <Row key={item.id} step={step} item={item} {...(page.from ? { place: page.from + n } : {})} />
            ))}
          </ol>
        ) : (
          <p class="empty w-line">{t("matrix.wall.nobody")}</p>
        )}
      </main>
      {origin ? (
        <Footer>{t("matrix.wall.carried", { title: origin.title, date: origin.date })}</Footer>
      ) : (
        <Ballots result={result} />
      )}
    </>
  );
}
