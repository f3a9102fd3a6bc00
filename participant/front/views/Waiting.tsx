import { useApp } from "../view";
import { Agenda } from "./Agenda";
import { HandoutLink } from "./HandoutLink";
import { RestingDrafts } from "./RestingDrafts";
import { WaitCard } from "./WaitCard";

/** A step that is not open yet: the eyes go back to the wall. */
export function Waiting() {
  const { t } = useApp();
  return (
    <>
      <WaitCard pin="ok" title={t("phone.wait.title")} text={t("phone.wait.text")}>
        <HandoutLink />
      </WaitCard>
      <RestingDrafts />
      <Agenda />
    </>
  );
}
