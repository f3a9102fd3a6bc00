import { agendaOf } from "../../../shared/web/front/select";
import { useApp } from "../view";
import { WaitCard } from "./WaitCard";

/** Before the first step, and between steps: eyes to the wall. */
export function Welcome() {
  const { t, board } = useApp();
  const begun = agendaOf(board).some((activity) => activity.phase !== "draft");
  if (begun) return <WaitCard pin="ok" title={t("phone.wait.title")} text={t("phone.wait.text")} />;
  return <WaitCard pin="ok" title={t("phone.lobby.title")} text={t("phone.lobby.text")} />;
}
