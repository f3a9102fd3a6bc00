/** Writing: the cards as they come, what is shown when, and the facilitator's own typing for those without a phone. */

import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Activity } from "../../../../shared/web/front/records";
import { cardsOf } from "../../../../shared/web/front/select";
import { stackCards } from "../acts";
import { onEnter, useApp } from "../view";
import { Arrivals } from "../views/Arrivals";
import { Head } from "../views/Head";
import { suggestedCards, trios } from "./brainstorm/suggest";
import { CardFace } from "./CardFace";
import type { KindOfConsole } from "./index";
import { Choice, Counter } from "./Settings";

export const BRAINSTORM: KindOfConsole = {
  phases: ["draft", "open", "closed", "revealed"],
  acts: {
    draft: { key: "brainstorm.console.open", verb: "activity.open" },
    open: { key: "brainstorm.console.close", verb: "activity.close" },
    closed: { key: "brainstorm.console.reveal", verb: "activity.reveal" },
  },
  View: Brainstorm,
};

function Brainstorm({ step }: { step: Activity }) {
  const app = useApp();
  const { board, t } = app;
  const cards = cardsOf(board, step.id);
  const all = board.all("card").filter((card) => card.activity === step.id);
  const waiting = all.filter((card) => card.state === "waiting").length;
  const hidden = all.filter((card) => card.state === "hidden").length;
  const chosen = app.chosen.value.filter((id) => cards.some((card) => card.id === id));
  const stock = String(step.settings.stock ?? "yellow");
  return (
    <>
      <Head
        step={step}
        chips={
          <>
            <span class="chip info">{t("brainstorm.console.cards", { n: cards.length })}</span>
            {waiting > 0 && <span class="chip wait">{t("brainstorm.console.waiting", { n: waiting })}</span>}
            {hidden > 0 && <span class="chip">{t("brainstorm.console.hidden", { n: hidden })}</span>}
            <Seen step={step} />
          </>
        }
        tools={
          chosen.length > 1 && (
            <button type="button" class="btn small go" onClick={() => void stackCards(app, chosen)}>
              {t("console.card.stack", { n: chosen.length })}
            </button>
          )
        }
      />
      <Arrivals cards={cards.length} waiting={waiting} />
      {step.phase === "draft" ? (
        <Draft step={step} />
      ) : (
        <div class="c-board">
          <Typing step={step} />
          {cards.length === 0 && (
            <p class="empty">{t(step.phase === "open" ? "brainstorm.console.empty" : "brainstorm.console.none")}</p>
          )}
          <ul class="cards">
            {[...cards].reverse().map((card) => (
              <CardFace key={card.id} card={card} stock={stock} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** Who sees the cards at this moment; the review can be switched while people write. */
function Seen({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  if (step.phase === "draft") return null;
  const shown = step.phase === "revealed" || step.settings.mode === "open";
  const review = step.settings.review === true;
  return (
    <>
      <span class={shown ? "chip ok" : "chip"}>{t(shown ? "brainstorm.console.face_up" : "brainstorm.console.face_down")}</span>
      {step.phase === "open" && (
        <button
          type="button"
          class="btn small"
          aria-pressed={review}
          onClick={() => void app.act("activity.edit", { activity: step.id, settings: { review: !review } })}
        >
          {t("brainstorm.console.review")}
        </button>
      )}
    </>
  );
}

function Draft({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const set = (settings: Record<string, unknown>) => void app.act("activity.edit", { activity: step.id, settings });
  const limit = Number(step.settings.limit ?? 0);
  const people = app.board.presence?.seats ?? 0;
  const suggested = suggestedCards(people);
  return (
    <div class="c-board c-draft">
      <p class="empty">{t("brainstorm.console.draft")}</p>
      <section class="panel" aria-label={t("console.settings_of_step")}>
        <Choice
          label={t("brainstorm.console.mode")}
          value={String(step.settings.mode)}
          options={[
            { value: "alone", label: t("brainstorm.console.alone"), hint: t("brainstorm.console.alone_hint") },
            { value: "suggestive", label: t("brainstorm.console.suggestive"), hint: t("brainstorm.console.suggestive_hint") },
            { value: "open", label: t("brainstorm.console.together"), hint: t("brainstorm.console.together_hint") },
          ]}
          set={(mode) => set({ mode })}
        />
        <label class="c-switch">
          <input
            type="checkbox"
            checked={step.settings.review === true}
            onChange={(event) => set({ review: event.currentTarget.checked })}
          />
          <span>
            {t("brainstorm.console.review")} <small>{t("brainstorm.console.review_hint")}</small>
          </span>
        </label>
        <label class="c-switch">
          <input
            type="checkbox"
            checked={step.settings.by_measure === true}
            onChange={(event) => set({ by_measure: event.currentTarget.checked })}
          />
          <span>
            {t("brainstorm.console.by_measure")} <small>{t("brainstorm.console.by_measure_hint")}</small>
          </span>
        </label>
        <Counter
          label={t("brainstorm.console.limit")}
          value={limit}
          least={0}
          most={50}
          words={limit === 0 ? t("brainstorm.console.no_limit") : undefined}
          hint={
            people > 0 ? t(`brainstorm.console.suggested${trios(people) ? "_trios" : ""}`, { n: suggested, people }) : undefined
          }
          set={(n) => set({ limit: n })}
        />
        {people > 0 && limit !== suggested && (
          <button type="button" class="btn small" onClick={() => set({ limit: suggested })}>
            {t("brainstorm.console.take_suggestion", { n: suggested })}
          </button>
        )}
      </section>
    </div>
  );
}

/** Cards that somebody says aloud or hands over on paper: one line, Enter, the next. */
function Typing({ step }: { step: Activity }) {
  const app = useApp();
  const { t } = app;
  const [text, setText] = useState("");
  const add = async () => {
    const words = text.trim();
    if (!words) return;
    setText("");
    if (!(await app.act("card.add", { activity: step.id, card: newId(), text: words }))) setText((now) => now || words);
  };
  return (
    <div class="c-type">
      <label class="vh" for="typed">
        {t("brainstorm.console.type")}
      </label>
      <input
        id="typed"
        class="in"
        placeholder={t("brainstorm.console.type")}
        maxLength={Number(step.settings.length ?? 90)}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onEnter(() => void add())}
      />
      <button type="button" class="btn small" onClick={() => void add()}>
        {t("brainstorm.console.add")}
      </button>
      <a href={`${app.boot.urls.list}?step=${step.id}`}>{t("brainstorm.console.list")}</a>
    </div>
  );
}
