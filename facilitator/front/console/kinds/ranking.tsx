/** Ranking: everybody puts the options in order; counted by Schulze and by Borda, one of which decides. */

import type { Activity } from "../../../../shared/web/front/records";
import { optionsOf } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Results } from "./ranking/Results";
import { Choice, Counter } from "./Settings";
import { DraftOf } from "./vote/DraftOf";
import { voteKind } from "./vote/voteKind";

const METHODS = ["schulze", "borda"] as const;

export const RANKING = voteKind({ rule: "ranking", Draft, Results, Chips });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const places = Number(step.settings.places ?? 0);
  return (
    <>
      <span class="chip">{places ? t("ranking.console.best", { n: places }) : t("ranking.console.all")}</span>
      <span class="chip">{t(`ranking.console.${step.settings.method}`)}</span>
    </>
  );
}

function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const places = Number(step.settings.places);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <DraftOf step={step}>
      <Choice
        label={t("ranking.console.method")}
        value={String(step.settings.method)}
        options={METHODS.map((value) => ({
          value,
          label: t(`ranking.console.${value}`),
          hint: t(`ranking.console.${value}_hint`),
        }))}
        set={(method) => set({ method })}
      />
      <Counter
        label={t("ranking.console.places")}
        value={places}
        least={0}
        most={Math.max(2, optionsOf(app.board, step).length)}
        words={places ? undefined : t("ranking.console.all_places")}
        set={(n) => set({ places: n })}
      />
    </DraftOf>
  );
}
