/** Who does what by when with what: a measure at a time, its names in large letters. */

import type { Activity, Measure, Pledge } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { pages } from "../fit";
import { useGrowth } from "../grow";
import { Strip, useApp, usePage } from "../view";

const MOST_LINES = 5;

interface Page {
  measure: Measure | null;
  lines: Pledge[];
}

export function Pledging({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const area = `${step.kind}.wall`;
  const lines = board
    .all("pledge")
    .filter((pledge) => pledge.activity === step.id)
    .sort(byPosition);
  const measures: (Measure | null)[] = [...board.all("measure").sort(byPosition), null];
  const all = measures.flatMap((measure): Page[] => {
    const own = lines.filter((line) => (board.get("measure", line.measure)?.id ?? null) === (measure?.id ?? null));
    return own.length ? pages(own, MOST_LINES).map((some) => ({ measure, lines: some })) : [];
  });
  const grown = useGrowth<HTMLElement>();
  const at = usePage(all.length);
  const page = all[at];
  return (
    <>
      <Strip step={step} />
      {page ? (
        <main class="w-pledges" ref={grown}>
          <h2>{page.measure?.title ?? t(`${area}.apart`)}</h2>
          <ul>
            {page.lines.map((line) => (
              <Row key={line.id} line={line} kind={step.kind} />
            ))}
          </ul>
        </main>
      ) : (
        <main class="w-big">
          <p class="empty w-line">{t(step.phase === "draft" ? `${area}.soon` : `${area}.none`)}</p>
        </main>
      )}
      <Footer>
        {lines.length > 0 && t(step.kind === "commit" ? "commit.wall.people" : "plan.wall.lines", { n: lines.length })}
      </Footer>
    </>
  );
}

function Row({ line, kind }: { line: Pledge; kind: string }) {
  const { t, boot } = useApp();
  const day =
    line.due && new Intl.DateTimeFormat(boot.language, { day: "numeric", month: "short" }).format(new Date(`${line.due}T12:00`));
  const more = [day && t("plan.wall.until", { day }), line.means].filter(Boolean).join(" · ");
  return (
    <li class={line.champion ? "champion" : ""}>
      <b class="tx">{line.who || (kind === "plan" ? t("plan.wall.nobody") : "")}</b>
      <span class="tx">
        {line.champion && <em>{t("commit.wall.champion")}</em>} {line.what}
        {more && <small class="tx"> {more}</small>}
      </span>
    </li>
  );
}
