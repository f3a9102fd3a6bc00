/** Evaluation: a measure at a time as a plan/actual table, the check as a grid of signs and words, or the next days. */

import { partOf } from "../../../../shared/web/front/evaluation";
import type { Activity } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { Footer } from "../Footer";
import { Strip, useApp } from "../view";
import { CheckGrid } from "./evaluation/CheckGrid";
import { Dates } from "./evaluation/Dates";
import { Facts } from "./evaluation/Facts";
import { Worth } from "./evaluation/Worth";

const PARTS = { facts: Facts, check: CheckGrid, worth: Worth, dates: Dates };

export function Evaluation({ step }: { step: Activity }) {
  const { board, t } = useApp();
  const measures = board.all("measure").sort(byPosition);
  const Part = PARTS[partOf(step)];
  if (step.phase !== "draft" && measures.length) return <Part step={step} measures={measures} />;
  return (
    <>
      <Strip step={step} />
      <main class="w-big">
        <p class="empty w-line">{t(step.phase === "draft" ? "evaluation.wall.soon" : "evaluation.wall.none")}</p>
      </main>
      <Footer />
    </>
  );
}
