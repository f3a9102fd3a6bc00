import { useState } from "preact/hooks";
import { newId } from "../../../../shared/web/front/ids";
import type { Activity } from "../../../../shared/web/front/records";
import { byPosition, stands } from "../../../../shared/web/front/select";
import type { Line } from "../../pledges";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";

interface Words {
  measure: string | null;
  what: string;
  who: string;
  due: string;
  means: string;
  champion: boolean;
}

interface Props {
  activity: Activity;
  start: Line | { measure: string | null };
  close(): void;
}

/** One line to fill in; what is typed is kept on the phone until it is sent or thrown away. */
export function PledgeSheet({ activity, start, close }: Props) {
  const app = useApp();
  const { t, board, drafts, speech, typing } = app;
  const line = "id" in start ? start : null;
  const draft = `form/${activity.id}`;
  const [words, setWords] = useState<Words>(
    () => line ?? { ...blank(app.seat()?.name), ...kept(drafts.get(draft)), ...given(start.measure) },
  );
  const commit = activity.kind === "commit";
  const area = `${activity.kind}.phone`;
  const set = (change: Partial<Words>) => {
    const next = { ...words, ...change };
    setWords(next);
    if (!line) drafts.set(draft, JSON.stringify(next));
    typing.begin(activity.id);
  };
  const leave = () => {
    typing.end();
    close();
  };
  const champion = commit && words.champion && words.measure !== null;
  const fits = (words.what.trim() !== "" || champion) && (!commit || words.who.trim() !== "");
  const submit = (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const { measure, what, who, due, means } = words;
    const args = { activity: activity.id, pledge: line?.id ?? newId(), measure, what, who, due, means };
    void app.do("pledge.write", commit ? { ...args, champion } : args);
    if (!line) drafts.set(draft, "");
    speech.say(t(`${area}.said`));
    leave();
  };
  return (
    <Sheet title={t(line ? `${area}.change` : `${area}.add`)} close={leave}>
      <form class="stack" onSubmit={submit}>
        <label for="pl-measure">{t("common.pledge.measure")}</label>
        <select
          id="pl-measure"
          class="inp"
          value={words.measure ?? ""}
          onChange={(event) => set({ measure: event.currentTarget.value || null })}
        >
          <option value="">{t(`${area}.apart`)}</option>
          {board
            .all("measure")
            .filter((measure) => stands(measure) || measure.id === words.measure)
            .sort(byPosition)
            .map((measure) => (
              <option key={measure.id} value={measure.id}>
                {measure.title}
              </option>
            ))}
        </select>
        <label for="pl-who">{t(commit ? "commit.phone.name" : "common.pledge.who")}</label>
        <input
          id="pl-who"
          class="inp"
          maxLength={120}
          autocomplete="name"
          value={words.who}
          onInput={(e) => set({ who: e.currentTarget.value })}
        />
        {commit && words.measure !== null && (
          <label class="choice">
            <input type="checkbox" checked={words.champion} onChange={(e) => set({ champion: e.currentTarget.checked })} />
            <span>{t("commit.phone.i_stand_up")}</span>
          </label>
        )}
        <label for="pl-what">{t(`${area}.what`)}</label>
        <textarea
          id="pl-what"
          class="inp"
          rows={3}
          maxLength={200}
          value={words.what}
          onInput={(e) => set({ what: e.currentTarget.value })}
        />
        <label for="pl-due">{t("common.pledge.due")}</label>
        <input id="pl-due" class="inp" type="date" value={words.due} onInput={(e) => set({ due: e.currentTarget.value })} />
        <label for="pl-means">{t(`${area}.means`)}</label>
        <input
          id="pl-means"
          class="inp"
          maxLength={160}
          value={words.means}
          onInput={(e) => set({ means: e.currentTarget.value })}
        />
        {commit && <p class="hint">{t("commit.phone.named")}</p>}
        <button type="submit" class="btn go wide" aria-disabled={!fits}>
          {t(`${area}.send`)}
        </button>
      </form>
      {line && (
        <button
          type="button"
          class="btn wide"
          onClick={() => {
            void app.do("pledge.drop", { pledge: line.id });
            leave();
          }}
        >
          {t(`${area}.drop`)}
        </button>
      )}
      <button type="button" class="btn quiet wide" onClick={leave}>
        {t("phone.cancel")}
      </button>
    </Sheet>
  );
}

function blank(name: string | undefined): Words {
  return { measure: null, what: "", who: name ?? "", due: "", means: "", champion: false };
}

function given(measure: string | null): Partial<Words> {
  return measure === null ? {} : { measure };
}

function kept(draft: string): Partial<Words> {
  try {
    return JSON.parse(draft || "{}") as Partial<Words>;
  } catch {
    return {};
  }
}
