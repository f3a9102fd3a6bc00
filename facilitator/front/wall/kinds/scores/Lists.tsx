/** The two lists that a talk about reach comes to: what is worked on here, and what is asked of others. */

import { byId, type ScoresResult } from "../../../../../shared/web/front/results/scores";
import { nameSize, pages } from "../../fit";
import { useApp } from "../../view";

export function Lists({ result, most }: { result: ScoresResult; most: number }) {
  const lists = [pages(result.work ?? [], most), pages(result.advocacy ?? [], most)];
  const count = Math.max(...lists.map((cut) => cut.length));
  return Array.from({ length: count }, (_, page) => (
    <Page key={`lists ${page}`} result={result} work={lists[0]?.[page] ?? []} advocacy={lists[1]?.[page] ?? []} />
  ));
}

function Page({ result, ...lists }: { result: ScoresResult; work: string[]; advocacy: string[] }) {
  const { t } = useApp();
  const items = byId(result);
  return (
    <main class="w-lists">
      {(["work", "advocacy"] as const).map((list) => (
        <section key={list} class={list}>
          <h2>{t(`scores.wall.${list}`)}</h2>
          <p>{t(`scores.wall.${list}_why`)}</p>
          <ul>
            {lists[list].map((id) => {
              const name = items.get(id)?.short || items.get(id)?.title || "";
              return (
                <li key={id} class={`nm tx ${nameSize(name)}`}>
                  {name}
                </li>
              );
            })}
            {!lists[list].length && <li class="nm">–</li>}
          </ul>
        </section>
      ))}
    </main>
  );
}
