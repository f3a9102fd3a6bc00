/** Before a vote: its settings, a word where it has too few or too many options, and what it will be about. */

import type { ComponentChildren } from "preact";
import type { Activity } from "../../../../../shared/web/front/records";
import { optionsOf } from "../../../../../shared/web/front/select";
import { useApp } from "../../view";
import { Options } from "./Options";
import { Rules } from "./Rules";

const MANY = 12; // options; more tire people

interface Props {
  step: Activity;
  /** The options that the vote needs; 0 where it is about none. */
  least?: number;
  /** False where the kind knows neither a quorum nor ties. */
  quorum?: boolean;
  /** The kind's own settings. */
  children?: ComponentChildren;
}

export function DraftOf({ step, least = 2, quorum = true, children }: Props) {
  const { board, t } = useApp();
  const options = optionsOf(board, step);
  return (
    <div class="c-board c-draft">
      <section class="panel" aria-label={t("console.settings_of_step")}>
        {children}
        {quorum && <Rules step={step} />}
        <p class="hint">{t("vote.console.blind")}</p>
      </section>
      {options.length < least && <p class="empty">{t(`vote.console.too_few_${step.settings.about}`)}</p>}
      {options.length > MANY && <p class="chip wait">{t("vote.console.too_many", { n: options.length })}</p>}
      <Options step={step} />
    </div>
  );
}
