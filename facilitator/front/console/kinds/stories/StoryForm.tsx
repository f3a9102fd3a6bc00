/** A story to write or to change for a table that has no phone. */

import { useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity, Card } from "../../../../../shared/web/front/records";
import { CONSENT, STORY_LIMITS } from "../../../../../shared/web/front/stories";
import { useApp } from "../../view";
import { Dialog } from "../../views/Dialog";
import { Choice } from "../Settings";

export function StoryForm({ step, card, close }: { step: Activity; card: Card | null; close(): void }) {
  const app = useApp();
  const { t } = app;
  const { what = "", whom = "", why = "", consent = "none", verify = false } = card?.story ?? {};
  const [words, setWords] = useState({ title: card?.text ?? "", what, whom, why, consent: String(consent), verify });
  const set = (change: Partial<typeof words>) => setWords({ ...words, ...change });
  const save = async () => {
    if (await app.act("story.write", { activity: step.id, card: card?.id ?? newId(), ...words })) close();
  };
  const box = (name: "title" | "what" | "whom" | "why", rows: number) => (
    <label class="fld">
      <span>{t(`stories.words.${name}`)}</span>
      <textarea
        class="in"
        data-first={name === "title"}
        rows={rows}
        maxLength={STORY_LIMITS[name]}
        value={words[name]}
        onInput={(event) => set({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <Dialog
      title={t(card ? "stories.console.change" : "stories.console.add")}
      close={close}
      save={{ label: t("stories.console.save"), act: () => void save() }}
    >
      {box("title", 1)}
      {box("what", 2)}
      {box("whom", 1)}
      {box("why", 2)}
      <Choice
        label={t("stories.words.consent")}
        value={words.consent}
        options={CONSENT.map((value) => ({ value, label: t(`stories.words.consent.${value}`), hint: "" }))}
        set={(value) => set({ consent: value })}
      />
      <label class="c-tick">
        <input type="checkbox" checked={words.verify} onChange={(event) => set({ verify: event.currentTarget.checked })} />{" "}
        {t("stories.words.verify")}
      </label>
    </Dialog>
  );
}
