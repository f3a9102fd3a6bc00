/** The vote: what it is about and how many have voted; then, all at once, how it fell. */

import type { Activity, Cluster, DotsItem, DotsResult } from "../../../../shared/web/front/records";
import { clustersOf, letterOf, sourceOf } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { nameSize, pageAt, pages, scattered } from "../fit";
import { Mark, SECTORS, Shape, Strip, useApp, useTick } from "../view";

const MOST_ROWS = 8;
const MOST_SHAPES = 30; // beyond that bars tell more than shapes
const MOST_DISCS = 120;

export function Dots({ step }: { step: Activity }) {
  const result = step.result?.rule === "dots" ? (step.result as DotsResult) : null;
  return result ? <Result step={step} result={result} /> : <Voting step={step} />;
}

function Voting({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const tally = board.tallies[step.id];
  const cast = tally?.cast ?? 0;
  const of = Math.max(tally?.of ?? board.presence?.seats ?? 0, cast);
  const options = step.phase === "draft" ? [] : step.options;
  const cut = pages(options, MOST_ROWS);
  useTick(1000, cut.length > 1);
  const lit = new Set(
    scattered(Math.min(of, MOST_DISCS)).slice(0, Math.round((cast / Math.max(1, of)) * Math.min(of, MOST_DISCS))),
  );
  return (
    <>
      <Strip step={step} />
      {step.phase === "draft" ? (
        <main class="w-big">
          <p class="w-line">{t("dots.wall.soon")}</p>
        </main>
      ) : (
        <main class="w-two">
          <ol class="w-opts">
            {(cut[pageAt(cut.length, app.clock.now())] ?? []).map((id) => (
              <li key={id}>
                <Named step={step} id={id} />
              </li>
            ))}
          </ol>
          <section class="w-big">
            <div class="n num">{cast}</div>
            <p class="w-line">{t("dots.wall.of_voted", { n: cast, of })}</p>
            <div class="turn" aria-hidden="true">
              {Array.from({ length: Math.min(of, MOST_DISCS) }, (_, i) => (
                <i key={i} class={lit.has(i) ? "on" : ""} />
              ))}
            </div>
            <p class="w-rule">
              {t("dots.wall.rule", { n: Number(step.settings.dots ?? 0) })}{" "}
              {step.settings.secret === false ? t("dots.wall.few") : t("dots.wall.secret")}
            </p>
          </section>
        </main>
      )}
      <Footer>{step.phase === "closed" ? t("dots.wall.closed") : ""}</Footer>
    </>
  );
}

function Result({ step, result }: { step: Activity; result: DotsResult }) {
  const app = useApp();
  const { t } = app;
  const most = Math.max(1, ...result.items.map((item) => item.dots));
  const cut = pages(result.items, MOST_ROWS);
  useTick(1000, cut.length > 1);
  const rows = cut[pageAt(cut.length, app.clock.now())] ?? [];
  const level = result.items.filter((item, i) => result.items.some((other, j) => i !== j && other.place === item.place));
  return (
    <>
      <Strip step={step} />
      <main class="w-res">
        <div class="w-row hd" aria-hidden="true">
          <span class="w-key">
            {result.sectors &&
              SECTORS.map((sector) => (
                <span key={sector} class="sec">
                  <Shape sector={sector} /> {t(`common.sector.${sector}`)}
                </span>
              ))}
          </span>
          <div>{t("dots.wall.dots")}</div>
          {result.sectors && <div>{t("dots.wall.equal")}</div>}
        </div>
        {rows.map((item) => (
          <div class="w-row" key={item.id}>
            <Named step={step} id={item.id} row />
            <Row item={item} most={most} />
            <span class="tot">{item.dots}</span>
            {result.sectors && (
              <span class="eq">
                <Turn item={item} />
                {item.balanced_place ?? ""}.
              </span>
            )}
          </div>
        ))}
      </main>
      <Footer join={false}>
        {t("dots.wall.ballots", { n: result.cast, of: result.seats })}
        {level.length > 0 && ` · ${t("dots.wall.level", { names: level.map((item) => item.short || item.title).join(", ") })}`}
      </Footer>
    </>
  );
}

/** Dots as shapes in equal cells, so that length means number; many dots become a bar. */
function Row({ item, most }: { item: DotsItem; most: number }) {
  if (item.by_sector && most <= MOST_SHAPES) {
    return (
      <span class={most > 18 ? "dd fine" : "dd"}>
        {SECTORS.flatMap((sector) =>
          Array.from({ length: item.by_sector?.[sector] ?? 0 }, (_, i) => (
            <span key={`${sector}${i}`} class="cell">
              <Shape sector={sector} />
            </span>
          )),
        )}
      </span>
    );
  }
  return (
    <svg class="w-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect width={(Math.max(0, item.dots) / most) * 100} height="10" />
    </svg>
  );
}

function Turn({ item }: { item: DotsItem }) {
  if (item.balanced_place === undefined || item.balanced_place === item.place) return null;
  return <span class={item.balanced_place < item.place ? "up" : ""}>{item.balanced_place < item.place ? "▲ " : "▼ "}</span>;
}

/** What stands for vote: a group by its letter and short name, or a single card. */
function Named({ step, id, row = false }: { step: Activity; id: string; row?: boolean }) {
  const { board } = useApp();
  const source = sourceOf(board, step);
  const groups: Cluster[] = source ? clustersOf(board, source.id) : [];
  const place = groups.findIndex((group) => group.id === id);
  const group = groups[place];
  const name = group ? group.short || group.title : (board.get("card", id)?.text ?? "");
  return (
    <>
      {group ? <Mark cluster={group} letter={letterOf(place)} /> : <span />}
      <span class={row ? `nm tx ${nameSize(name)}` : `tx ${nameSize(name)}`}>
        {group?.pictogram && <b class="k">{letterOf(place)} </b>}
        {name}
      </span>
    </>
  );
}
