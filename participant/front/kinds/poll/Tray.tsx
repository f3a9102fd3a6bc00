import { useApp } from "../../view";

interface Props {
  /** What one has answered, or that nothing is answered yet. */
  told: string;
  /** Takes the answer back; absent while there is none. */
  clear?: (() => void) | undefined;
}

/** What stands at the foot of a poll: one's own answer, and the way back to none. */
export function Tray({ told, clear }: Props) {
  const { t, speech } = useApp();
  return (
    <div class="ph-act">
      <div class="tray">
        <b class="num">{told}</b>
        {clear && <span class="hint">{t("vote.phone.saved")}</span>}
      </div>
      {clear && (
        <button
          type="button"
          class="btn narrow-btn"
          onClick={() => {
            clear();
            speech.say(t("poll.words.none_yet"));
          }}
        >
          {t("poll.words.take_back")}
        </button>
      )}
    </div>
  );
}
