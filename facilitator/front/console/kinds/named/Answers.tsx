/** Who has answered what, and a line for whoever has no phone. */

import { useState } from "preact/hooks";
import { newId } from "../../../../../shared/web/front/ids";
import type { Activity, Sector, Voice } from "../../../../../shared/web/front/records";
import { SECTORS, Shape, useApp } from "../../view";

const ANSWERS: Record<string, readonly string[]> = {
  roll: ["here"],
  interests: ["interest"],
  gate: ["objection"],
  resolution: ["yes", "no", "abstain"],
};

interface Props {
  step: Activity;
  measure: string | null;
  title: string;
  voices: readonly Voice[];
}

export function Answers({ step, measure, title, voices }: Props) {
  const { t } = useApp();
  const open = step.phase === "open";
  return (
    <section class="panel c-pledges" aria-label={title}>
      <h3 class="tx">{title}</h3>
      {voices.length === 0 && <p class="hint">{t("named.console.nobody")}</p>}
      <ul>
        {voices.map((voice) => (
          <Row key={voice.id} step={step} voice={voice} open={open} />
        ))}
      </ul>
      {open && <Form step={step} measure={measure} title={title} />}
    </section>
  );
}

function Row({ step, voice, open }: { step: Activity; voice: Voice; open: boolean }) {
  const app = useApp();
  const { t } = app;
  return (
    <li class="c-pledge">
      <span class="tx">
        {voice.sector && (
          <>
            <Shape sector={voice.sector} /> <span class="vh">{t(`common.sector.${voice.sector}`)}</span>
          </>
        )}{" "}
        <b>{voice.who}</b>{" "}
        {step.kind === "resolution" && <span class="chip">{t(`named.console.resolution.${voice.answer}`)}</span>} {voice.word}
      </span>
      {open && (
        <button
          type="button"
          class="btn small quiet"
          aria-label={`${t("named.console.take_back")}: ${voice.who}`}
          onClick={() => void app.act("voice.take_back", { voice: voice.id })}
        >
          {t("named.console.take_back")}
        </button>
      )}
    </li>
  );
}

function Form({ step, measure, title }: { step: Activity; measure: string | null; title: string }) {
  const app = useApp();
  const { t } = app;
  const answers = ANSWERS[step.kind] ?? [];
  const [who, setWho] = useState("");
  const [word, setWord] = useState("");
  const [sector, setSector] = useState<Sector | "">("");
  const [answer, setAnswer] = useState(answers[0] ?? "");
  const fits = who.trim() !== "" && (answer !== "objection" || word.trim() !== "");
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!fits) return;
    const args = { activity: step.id, voice: newId(), who: who.trim(), answer, sector };
    const more = { ...(measure ? { measure } : {}), ...(step.kind === "roll" ? {} : { word: word.trim() }) };
    if (!(await app.act("voice.give", { ...args, ...more }, t("named.console.given", { who: who.trim() })))) return;
    setWho("");
    setWord("");
  };
  const label = (name: string) => `${t(`named.console.${name}`)}: ${title}`;
  return (
    <form class="c-voice-form" onSubmit={(event) => void submit(event)}>
      <input
        class="in"
        aria-label={label("who")}
        placeholder={t("named.console.who")}
        maxLength={120}
        value={who}
        onInput={(event) => setWho(event.currentTarget.value)}
      />
      <select
        class="in"
        aria-label={label("sector")}
        value={sector}
        onChange={(event) => setSector(event.currentTarget.value as Sector | "")}
      >
        <option value="">{t("named.console.no_sector")}</option>
        {SECTORS.map((one) => (
          <option key={one} value={one}>
            {t(`common.sector.${one}`)}
          </option>
        ))}
      </select>
      {answers.length > 1 && (
        <select class="in" aria-label={label("answer")} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)}>
          {answers.map((one) => (
            <option key={one} value={one}>
              {t(`named.console.resolution.${one}`)}
            </option>
          ))}
        </select>
      )}
      {step.kind !== "roll" && (
        <input
          class="in"
          aria-label={label("word")}
          placeholder={t("named.console.word")}
          maxLength={160}
          value={word}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      )}
      <button type="submit" class="btn small" aria-disabled={!fits}>
        {t("named.console.add")}
      </button>
    </form>
  );
}
