/** After the reveal: this is the same as another, and who chose both counts once. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../../shared/web/front/records";
import { joinedOf, joinedWords } from "../../../../../shared/web/front/results/vote";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";

interface Named {
  id: string;
  title: string;
  short: string;
}

interface Props {
  step: Activity;
  item: Named;
  items: readonly Named[];
}

export function JoinButton(props: Props) {
  const { t } = useApp();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <button
        type="button"
        class="btn small quiet"
        aria-label={t("vote.console.join_of", { title: props.item.title })}
        onClick={() => setAsked(true)}
      >
        {t("vote.console.join")}
      </button>
      {asked && <SameAs {...props} close={() => setAsked(false)} />}
    </>
  );
}

function SameAs({ step, item, items, close }: Props & { close(): void }) {
  const app = useApp();
  const { t } = app;
  const others = items.filter(({ id }) => id !== item.id);
  const [into, setInto] = useState("");
  const save = async () => {
    const chosen = others.find(({ id }) => id === into);
    if (!chosen) return;
    const done = t("vote.console.join_done", { gone: item.short || item.title, into: chosen.short || chosen.title });
    if (await app.act("vote.join", { activity: step.id, option: item.id, into }, done)) close();
  };
  return (
    <Dialog
      title={t("vote.console.join_title", { title: item.title })}
      close={close}
      save={{ label: t("vote.console.join_act"), act: () => void save() }}
    >
      <p>{t("vote.console.join_text")}</p>
      <fieldset class="c-choice c-same">
        <legend class="vh">{t("vote.console.join_title", { title: item.title })}</legend>
        {others.map(({ id, title }, n) => (
          <label key={id} class={id === into ? "on" : ""}>
            <input
              type="radio"
              name="into"
              required
              data-first={n === 0 || undefined}
              checked={id === into}
              onChange={() => setInto(id)}
            />
            <span class="tx">{title}</span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

/** What was joined so far, with the figures before and after. */
export function JoinsTold({ step }: { step: Activity }) {
  const { t } = useApp();
  const joined = joinedOf(step);
  if (!joined.length) return null;
  return (
    <ul class="c-lots">
      {joined.map((join) => (
        <li key={join.gone} class="chip info">
          {t("vote.words.joined", joinedWords(step, join))}
        </li>
      ))}
    </ul>
  );
}
