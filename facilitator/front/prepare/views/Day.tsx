/** The day's frame: when it begins, by when it must be over, how many come; and whether the plan fits. */

import type { Workshop } from "../../../../shared/web/front/records";
import { minutesOver, plannedTimes, shorten, timeOf, timeTyped } from "../../times";
import { usePrepare } from "../view";
import { Input } from "./Input";
import { LineBox } from "./LineBox";

export function Day({ workshop }: { workshop: Workshop }) {
  const { t, agenda } = usePrepare();
  const begins = workshop.begins || "09:00";
  const ends = workshop.ends ?? "";
  const over = minutesOver(begins, ends, agenda);
  const end = timeOf(plannedTimes(begins, agenda).get("end") ?? 0);
  return (
    <section class="panel day" aria-label={t("prepare.day")}>
      <Time name="begins" value={begins} />
      <Time name="ends" value={ends} />
      <Input
        id="expected"
        label={t("prepare.expected")}
        value={workshop.expected ? String(workshop.expected) : ""}
        wrong={t("prepare.number_wrong")}
        act={(typed) => {
          const text = String(typed).trim() || "0";
          return /^\d{1,6}$/.test(text) ? { verb: "workshop.edit", args: { expected: Number(text) } } : null;
        }}
      >
        {(box) => <LineBox box={box} class="in num" inputMode="numeric" />}
      </Input>
      <p class="fits" role="status">
        {over !== null && over > 0 ? (
          <span class="chip open">{t("prepare.over", { time: end, n: over })}</span>
        ) : (
          <span class="chip ok">
            {t(over === null ? "prepare.ends_at" : "prepare.fits", { begins, time: end, n: Math.abs(over ?? 0) })}
          </span>
        )}
      </p>
      {over !== null && over > 0 && <Shorten over={over} />}
    </section>
  );
}

/** A time of day as people write it, 9:30 or 09.30; the desk gets 09:30. */
function Time({ name, value }: { name: "begins" | "ends"; value: string }) {
  const { t } = usePrepare();
  return (
    <Input
      id={name}
      label={t(`prepare.${name}`)}
      value={value}
      wrong={t("prepare.time_wrong")}
      act={(typed) => {
        const time = timeTyped(String(typed));
        return time || (name === "ends" && !String(typed).trim()) ? { verb: "workshop.edit", args: { [name]: time } } : null;
      }}
    >
      {(box) => <LineBox box={box} class="in num" inputMode="numeric" maxLength={5} placeholder="--:--" />}
    </Input>
  );
}

/** The longest three steps, each with the minutes that would do. */
function Shorten({ over }: { over: number }) {
  const app = usePrepare();
  const { t } = app;
  const offers = shorten(app.agenda, over);
  if (!offers.length) return null;
  return (
    <div class="shorten">
      <span>{t("prepare.shorten")}</span>
      {offers.map(({ step, minutes }) => (
        <button
          key={step.id}
          type="button"
          class="btn small"
          onClick={() =>
            void app.act(
              "activity.edit",
              { activity: step.id, minutes },
              t("prepare.shortened", { title: step.title, n: minutes }),
            )
          }
        >
          {t("prepare.shorten_to", { title: step.title, from: step.minutes, n: minutes })}
        </button>
      ))}
    </div>
  );
}
