/** Talk: the question in the largest letters, and the clock; or a break. */

import type { Activity } from "../../../../shared/web/front/records";
import { Footer } from "../Footer";
import { Timer, useApp } from "../view";
import { nextTitle } from "../Wall";
import { Break } from "./break";

export function Discussion({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const next = nextTitle(app);
  if (step.settings.pause) return <Break step={step} />;
  return (
    <>
      <header class="w-strip">
        <p class="w-title">{step.question && step.title}</p>
        <Timer />
      </header>
      <main class="w-big">
        <h1 class="strip w-question">{step.question || step.title}</h1>
      </main>
      <Footer>{next && t("discussion.wall.then", { title: next })}</Footer>
    </>
  );
}
