import type { Activity } from "../../../shared/web/front/records";
import { useApp } from "../view";
import { Agenda } from "../views/Agenda";
import { Strip } from "../views/Strip";
import { WaitCard } from "../views/WaitCard";

/** A few minutes to wake up: how it goes, for those who cannot read the wall. */
export function Energiser({ activity }: { activity: Activity }) {
  const { t } = useApp();
  const which = String(activity.settings.which);
  if (activity.phase === "draft") return <WaitCard pin="ok" title={t("phone.wait.title")} text={t("phone.wait.text")} />;
  const over = activity.phase === "confirmed";
  return (
    <>
      <Strip activity={activity} mode={t(over ? "energiser.phone.over" : "energiser.phone.stand_up")} done={over} />
      {!over && (
        <section class="card white">
          <h3 class="part">{t(`energiser.words.${which}.name`)}</h3>
          {t(`energiser.words.${which}.how`)
            .split("\n")
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
        </section>
      )}
      <Agenda />
    </>
  );
}
