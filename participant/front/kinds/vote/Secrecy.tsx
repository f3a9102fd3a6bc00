import type { Activity } from "../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Done } from "../../views/Done";
import { Strip } from "../../views/Strip";
import { Late } from "./Late";
import { Receipt } from "./Receipt";
import { Turnout } from "./Turnout";

/** The head of every ballot: the question, and whether the vote is secret. */
export function SecrecyStrip({ activity }: { activity: Activity }) {
  const { t } = useApp();
  return <Strip activity={activity} mode={t(secret(activity) ? "vote.phone.secret" : "vote.phone.not_secret")} />;
}

/** The foot of every ballot: how many have voted, and what may be promised on this line; plain HTTP is told as what it is. */
export function SecrecyLine({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const plain = location.protocol === "https:" ? "" : "_plain";
  return (
    <>
      <Done activity={activity} />
      <Receipt activity={activity} />
      <Turnout activity={activity} />
      <Late part="rules" activity={activity} />
      <p class="hint">{t(`vote.phone.line.${secret(activity) ? "secret" : "open"}${plain}`)}</p>
    </>
  );
}

function secret(activity: Activity): boolean {
  return activity.settings.secret !== false;
}
