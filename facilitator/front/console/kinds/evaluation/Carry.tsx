/** Take over the measures of an earlier workshop of the same region, with their sheets, plan lines and commitments. */

import { useEffect, useState } from "preact/hooks";
import { type Former, formerOf, takeOver } from "../../former";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

export function Carry() {
  const { t } = useApp();
  const [asks, setAsks] = useState(false);
  return (
    <>
      <button type="button" class="btn" onClick={() => setAsks(true)}>
        {t("evaluation.console.carry")}
      </button>
      {asks && <Workshops close={() => setAsks(false)} />}
    </>
  );
}

function Workshops({ close }: { close(): void }) {
  const app = useApp();
  const { t, boot } = app;
  const [found, setFound] = useState<Former[] | null | undefined>();
  useEffect(() => {
    void formerOf(boot.urls.former).then(setFound);
  }, []);
  const take = async (former: Former) => {
    const answer = await takeOver(boot.urls.former, former.id);
    if (!answer) return app.toasts.warn(t("evaluation.console.carry_failed"));
    if (!answer.ok) return app.toasts.warn(answer.message);
    app.toasts.say(t("evaluation.console.carried", { n: Number(answer.measures) }), [answer.version ?? 0]);
    close();
  };
  const day = (iso: string) => new Intl.DateTimeFormat(boot.language, { dateStyle: "medium" }).format(new Date(`${iso}T12:00`));
  return (
    <Dialog title={t("evaluation.console.carry_title")} close={close}>
      <p>{t("evaluation.console.carry_hint")}</p>
      {found === undefined && <p role="status">{t("evaluation.console.carry_loading")}</p>}
      {found === null && <p class="hint warn">{t("evaluation.console.carry_failed")}</p>}
      {found?.length === 0 && <p class="hint">{t("evaluation.console.carry_none")}</p>}
      <ul class="c-former-list">
        {(found ?? []).map((former) => (
          <li key={former.id}>
            <button type="button" class="opt" onClick={() => void take(former)}>
              <span class="tx">{former.title}</span>
              <small>
                {day(former.date)} · {t("evaluation.console.carry_of", { n: former.measures })}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
