/** Beside the agenda: the real phone page on the open step, drawn anew with each thing that is saved. */

import { useEffect, useRef, useState } from "preact/hooks";
import { workshopOf } from "../../../../shared/web/front/select";
import type { Prepare, Trial } from "../app";
import { usePrepare } from "../view";

const REST_MS = 150;
type Shown = "draft" | "open";

export function Phone() {
  const app = usePrepare();
  const { t, boot, agenda } = app;
  const [phase, setPhase] = useState<Shown>("open");
  const workshop = workshopOf(app.board);
  const [chosen, setChosen] = useState("");
  const languages = workshop?.languages ?? [];
  const language = languages.includes(chosen) ? chosen : (workshop?.language ?? "");
  const step = app.board.get("activity", app.open.value) ?? agenda[0];
  const frame = useRef<HTMLIFrameElement>(null);
  useTrial(app, step?.id, phase, frame);
  if (!step) return null;
  return (
    <aside class="prep-phone" aria-label={t("prepare.phone.title")}>
      <h2>{t("prepare.phone.title")}</h2>
      <p class="hint">
        {t("prepare.phone.of", { place: agenda.indexOf(step) + 1, title: step.title })} {t("prepare.phone.nothing_sent")}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame */}
      <div class="row" role="group" aria-label={t("prepare.phone.phase")}>
        {(["draft", "open"] as const).map((name) => (
          <button key={name} type="button" class="btn small" aria-pressed={phase === name} onClick={() => setPhase(name)}>
            {t(`prepare.phone.${name}`)}
          </button>
        ))}
        {languages.length > 1 && (
          <select
            class="in"
            aria-label={t("prepare.phone.language")}
            value={language}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {languages.map((code) => (
              <option key={code} value={code}>
                {boot.names[code] ?? code}
              </option>
            ))}
          </select>
        )}
      </div>
      <iframe
        key={`${step.id} ${language}`}
        ref={frame}
        title={t("prepare.phone.frame", { title: step.title })}
        width={320}
        height={568}
        src={`${boot.urls.phone.replace("STEP", encodeURIComponent(step.id))}?language=${language}`}
      />
    </aside>
  );
}

/** Ask how the step would look now, whenever something was saved, and hand it to the phone. */
function useTrial(app: Prepare, step: string | undefined, phase: Shown, frame: { current: HTMLIFrameElement | null }): void {
  const { version } = app.board;
  const told = useRef<unknown>(null);
  useEffect(() => {
    const ready = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow && event.data === "ready" && told.current)
        hand(frame.current, told.current);
    };
    addEventListener("message", ready);
    return () => removeEventListener("message", ready);
  }, []);
  useEffect(() => {
    if (!step) return undefined;
    told.current = null;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const address = `${app.boot.urls.trial.replace("STEP", encodeURIComponent(step))}?phase=${phase}`;
      const answer = await read(address, asking.signal);
      if (!answer) return;
      const { refused, suggested, ...picture } = answer;
      app.trial.value = { step, refused, suggested };
      told.current = picture;
      hand(frame.current, picture);
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [step, phase, version]);
}

/** null where the line broke or the question is no longer of interest; the next thing that is saved asks again. */
async function read(address: string, signal: AbortSignal): Promise<Omit<Trial, "step"> | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

function hand(frame: HTMLIFrameElement | null, picture: unknown): void {
  frame?.contentWindow?.postMessage(picture, location.origin);
}
