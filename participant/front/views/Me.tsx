import { useState } from "preact/hooks";
import type { Sector } from "../../../shared/web/front/records";
import { agendaOf } from "../../../shared/web/front/select";
import { OwnCards } from "../kinds/brainstorm/OwnCards";
import { ownCards, stockOf } from "../own";
import { useApp } from "../view";
import { Languages } from "./Languages";
import { RestingDrafts } from "./RestingDrafts";
import { Sheet } from "./Sheet";
import { Switch } from "./Switch";
import { SECTORS, Shape } from "./shapes";

/** Who I am here, how I come back, and how this phone reads. */
export function Me({ leave }: { leave(): void }) {
  const app = useApp();
  const { t, boot } = app;
  const seat = app.seat();
  const [open, setOpen] = useState(false);
  const fixed = agendaOf(app.board).some((activity) => activity.options.length > 0);
  return (
    <>
      <h2 class="vh" id="question" tabIndex={-1}>
        {t("phone.me.title")}
      </h2>
      {seat && (
        <div class="me-seat">
          {seat.sector && <Shape sector={seat.sector} />}
          <div>
            <p class="me-sector">{seat.sector && t(`common.sector.${seat.sector}`)}</p>
            <p class="hint">{t("phone.me.seat", { number: String(seat.number), name: seat.name || t("phone.me.no_name") })}</p>
            {fixed ? (
              <p class="hint">{t("phone.me.fixed")}</p>
            ) : (
              <button type="button" class="btn small" onClick={() => setOpen(true)}>
                {t("phone.me.change_sector")}
              </button>
            )}
          </div>
        </div>
      )}
      {boot.return_code && (
        <div class="card white return-code">
          <span>
            <b>{t("phone.me.return_code")}</b>
            <span class="hint">{t("phone.me.return_code_for")}</span>
          </span>
          <b class="code num">{boot.return_code}</b>
        </div>
      )}
      <Languages />
      <div class="me-list">
        <Switch setting="sun" />
        <Switch setting="letters" />
        {seat?.name && <Named on={seat.named} />}
        <Page href={boot.urls.history} words={t("phone.me.history")} />
        <Page href={boot.urls.kept} words={t("phone.me.kept")} />
        <Page href={boot.urls.mail} words={t("phone.me.mail")} />
      </div>
      <RestingDrafts />
      <CardsOfSteps />
      <button type="button" class="btn go wide" onClick={leave}>
        {t("phone.me.back")}
      </button>
      {open && <SectorSheet close={() => setOpen(false)} />}
    </>
  );
}

/** Whether one's own name may stand in the minutes. */
function Named({ on }: { on: boolean }) {
  const app = useApp();
  const { t } = app;
  return (
    <button type="button" role="switch" aria-checked={on} onClick={() => void app.do("seat.change", { named: !on })}>
      <span class="what">{t("phone.me.named")}</span>
      <span aria-hidden="true">{t(on ? "phone.on" : "phone.off")}</span>
    </button>
  );
}

function Page({ href, words }: { href: string | undefined; words: string }) {
  if (!href) return null;
  return (
    <a href={href}>
      {words}
      <span aria-hidden="true">›</span>
    </a>
  );
}

/** One's own cards of all steps, where they can be read again. */
function CardsOfSteps() {
  const { board, outbox } = useApp();
  const steps = agendaOf(board)
    .map((step) => ({ step, cards: ownCards(board.mine, outbox.list(), step.id) }))
    .filter(({ cards }) => cards.length > 0);
  return (
    <>
      {steps.map(({ step, cards }) => (
        <OwnCards
          key={step.id}
          stock={stockOf(step)}
          title={step.title}
          cards={cards}
          limit={0}
          open={step.phase === "revealed"}
        />
      ))}
    </>
  );
}

function SectorSheet({ close }: { close(): void }) {
  const app = useApp();
  const { t } = app;
  const choose = (sector: Sector) => {
    if (sector !== app.seat()?.sector) void app.do("seat.change", { sector });
    app.speech.say(t("phone.me.you_are", { sector: t(`common.sector.${sector}`) }));
    close();
  };
  return (
    <Sheet title={t("phone.me.for_whom")} close={close}>
      <div class="stack">
        {SECTORS.map((sector) => (
          <button
            type="button"
            key={sector}
            class="choice"
            aria-pressed={sector === app.seat()?.sector}
            onClick={() => choose(sector)}
          >
            <Shape sector={sector} />
            <b>{t(`common.sector.${sector}`)}</b>
          </button>
        ))}
        <button type="button" class="btn quiet" onClick={close}>
          {t("phone.leave_as_is")}
        </button>
      </div>
    </Sheet>
  );
}
