import { useEffect, useRef } from "preact/hooks";
import { useApp } from "../view";
import { Shape } from "./shapes";

interface Props {
  /** The step that is shown: with the next one the greeting goes. It never covers or moves what is being tapped. */
  step: string | null;
  change(): void;
}

/** On the first visit: one is in, and as what; a slip of the thumb is mended at once. The page "You" mends it later. */
export function Greeting({ step, change }: Props) {
  const app = useApp();
  const { t, speech } = app;
  const seat = app.seat();
  const first = useRef(!app.greeted);
  const met = useRef<string | null | undefined>(undefined);
  if (met.current === undefined && app.board.version >= 0) met.current = step;
  const words = seat ? t("phone.me.you_are", { sector: t(`common.sector.${seat.sector}`) }) : "";
  useEffect(() => {
    if (!words || !first.current || app.greeted) return;
    speech.say(words);
    void app.greet();
  }, [words]);
  if (met.current !== undefined && step !== met.current) first.current = false;
  if (!seat || !first.current) return null;
  return (
    <section class="banner back greeting" aria-label={t("phone.me.title")}>
      <Shape sector={seat.sector} />
      <span>{words}</span>
      <button type="button" class="link-btn" onClick={change}>
        {t("phone.me.change_sector")}
      </button>
    </section>
  );
}
