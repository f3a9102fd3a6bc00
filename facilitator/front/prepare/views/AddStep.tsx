/** A new step: its kind of all there are, grouped by what it is for, each in a sentence; and where it goes. */

import { useState } from "preact/hooks";
import { Dialog } from "../../console/views/Dialog";
import { usePrepare } from "../view";

const LONG_TEXT = 500; // characters; the longest card there is
const GROUPS = ["collect", "sort", "vote", "decide", "plan", "talk"];

export function AddStep({ close }: { close(): void }) {
  const app = usePrepare();
  const { t, agenda, boot } = app;
  const at = agenda.findIndex((step) => step.id === app.open.value);
  const [before, setBefore] = useState((at < 0 ? undefined : agenda[at + 1]?.id) ?? "");
  const add = (kind: string, title: string, settings: Record<string, unknown> = {}) => {
    close();
    void app.add(kind, title, settings, before || null);
  };
  return (
    <Dialog title={t("prepare.add")} close={close}>
      <label class="fld">
        <span>{t("prepare.where")}</span>
        <select class="in" value={before} onChange={(event) => setBefore(event.currentTarget.value)}>
          {agenda.map((step, place) => (
            <option key={step.id} value={step.id}>
              {t("prepare.before", { title: `${place + 1}. ${step.title}` })}
            </option>
          ))}
          <option value="">{t("prepare.at_end")}</option>
        </select>
      </label>
      {GROUPS.map((group) => {
        const kinds = boot.kinds.filter((kind) => kind.group === group);
        if (!kinds.length) return null;
        return (
          <section key={group} class="kinds" aria-labelledby={`group-${group}`}>
            <h3 id={`group-${group}`}>{t(`prepare.group_${group}`)}</h3>
            {kinds.map((kind) => (
              <Kind key={kind.kind} name={capital(kind.name)} about={kind.about} add={() => add(kind.kind, capital(kind.name))} />
            ))}
            {group === "collect" && (
              <Kind
                name={t("prepare.open_text")}
                about={t("prepare.open_text_about")}
                add={() => add("brainstorm", t("prepare.open_text"), { limit: 1, length: LONG_TEXT })}
              />
            )}
            {group === "talk" && (
              <Kind
                name={t("prepare.break")}
                about={t("prepare.break_about")}
                add={() => add("discussion", t("prepare.break"), { pause: true })}
              />
            )}
          </section>
        );
      })}
    </Dialog>
  );
}

function Kind({ name, about, add }: { name: string; about: string; add(): void }) {
  return (
    <button type="button" class="kind" onClick={add}>
      <b>{name}</b>
      <small>{about}</small>
    </button>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
