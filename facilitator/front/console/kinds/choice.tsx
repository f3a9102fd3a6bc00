/** Choice: one option each, up to so many, or any number; unseen by all others until the reveal. */

import type { Activity } from "../../../../shared/web/front/records";
import { optionsOf } from "../../../../shared/web/front/select";
import { useApp } from "../view";
import { Results } from "./choice/Results";
import { HideReasons, ReasonsAsked } from "./poll/Reasons";
import { Counter } from "./Settings";
import { DraftOf } from "./vote/DraftOf";
import { voteKind } from "./vote/voteKind";

export const CHOICE = voteKind({ rule: "choice", Draft, Results, Chips, Tools: HideReasons });

function Chips({ step }: { step: Activity }) {
  const { t } = useApp();
  const most = Number(step.settings.most ?? 1);
  const words = most === 1 ? "rule_one" : most ? "rule_most" : "rule_any";
  return <span class="chip">{t(`choice.console.${words}`, { n: most })}</span>;
}

function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const most = Number(step.settings.most);
  const least = Number(step.settings.least);
  const options = Math.max(2, optionsOf(app.board, step).length);
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  return (
    <DraftOf step={step}>
      <Counter
        label={t("choice.console.most")}
        value={most}
        least={0}
        most={options}
        words={most ? undefined : t("choice.console.any")}
        set={(n) => set({ most: n, least: n ? Math.min(least, n) : least })}
      />
      <Counter label={t("choice.console.least")} value={least} least={0} most={most || options} set={(n) => set({ least: n })} />
      <ReasonsAsked step={step} />
    </DraftOf>
  );
}
