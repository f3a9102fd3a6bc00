/** The measures so far: what the room wants done, and who stands for each. */

import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Measure } from "../../../../shared/web/front/records";
import { byPosition } from "../../../../shared/web/front/select";
import { Parked } from "../kinds/scores/Park";
import { leftOpen } from "../principles";
import { onEnter, useApp } from "../view";

export function Measures() {
  const app = useApp();
  const { board, t } = app;
  const measures = board.all("measure").sort(byPosition);
  const [title, setTitle] = useState("");
  const add = async () => {
    const words = title.trim();
    if (!words) return;
    setTitle("");
    const taken = await app.act(
      "measure.adopt",
      { measure: newId(), title: words },
      t("console.measures.added", { title: words }),
    );
    if (!taken) setTitle((now) => now || words);
  };
  return (
    <section class="panel c-measures" aria-labelledby="measures-title">
      <h3 id="measures-title">{t("console.measures.title", { n: measures.length })}</h3>
      {measures.length > 0 && (
        <ul>
          {measures.map((measure) => (
            <Line key={measure.id} measure={measure} />
          ))}
        </ul>
      )}
      <div class="c-type">
        <label class="vh" for="new-measure">
          {t("console.measures.new")}
        </label>
        <input
          id="new-measure"
          class="in"
          placeholder={t("console.measures.new")}
          maxLength={160}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
          onKeyDown={onEnter(() => void add())}
        />
        <button type="button" class="btn small" onClick={() => void add()}>
          {t("console.measures.add")}
        </button>
      </div>
    </section>
  );
}

/** What of the principles its sketch leaves open, while there is time to ask for it. */
function Open({ measure }: { measure: Measure }) {
  const { t } = useApp();
  const open = leftOpen(measure).map((principle) => t(`console.measures.why.${principle}`));
  return <p class="hint">{open.length ? t("console.measures.open", { what: open.join(", ") }) : t("console.measures.hold")}</p>;
}

function Line({ measure }: { measure: Measure }) {
  const app = useApp();
  const { t } = app;
  const change = async (box: HTMLInputElement, name: "title" | "champion", value: string) => {
    if (!(await app.act("measure.edit", { measure: measure.id, [name]: value }))) box.value = measure[name];
  };
  const keep = (name: "title" | "champion") => (event: Event) => {
    const box = event.currentTarget as HTMLInputElement;
    const value = box.value.trim();
    if (value === measure[name] || (name === "title" && !value)) box.value = measure[name];
    else void change(box, name, value);
  };
  const leave = onEnter(() => (document.activeElement as HTMLElement | null)?.blur());
  const about = (what: string) => `${t(`console.measures.${what}`)}: ${measure.title}`;
  return (
    <li>
      <input
        class="in"
        aria-label={about("name")}
        maxLength={160}
        defaultValue={measure.title}
        key={`t${measure.title}`}
        onBlur={keep("title")}
        onKeyDown={leave}
      />
      <input
        class="in"
        aria-label={about("champion")}
        placeholder={t("console.measures.champion")}
        maxLength={120}
        defaultValue={measure.champion}
        key={`c${measure.champion}`}
        onBlur={keep("champion")}
        onKeyDown={leave}
      />
      <button
        type="button"
        class="btn small quiet"
        aria-label={about("drop")}
        onClick={() =>
          void app.act("measure.drop", { measure: measure.id }, t("console.measures.dropped", { title: measure.title }))
        }
      >
        {t("console.measures.drop")}
      </button>
      {measure.parked ? <Parked measure={measure} /> : <Open measure={measure} />}
    </li>
  );
}
