import { useApp } from "../../view";
import type { Held, Paper } from "./hand";

interface Props {
  held: readonly Held[];
  paper: Paper;
  /** Asks about a pair once more; absent where nothing can be changed. */
  change?: (pair: string) => void;
}

/** What one has said of each pair. */
export function Answers({ held, paper, change }: Props) {
  const { t } = useApp();
  return (
    <ul class="mine twin-said">
      {held.map(({ pair, one, other }) => {
        const said = paper[pair];
        return (
          said && (
            <li key={pair} class="card white">
              <span class="tx">
                {one.text} / {other.text}
              </span>
              <b>{t(`twins.phone.${said}`)}</b>
              {change && (
                <button
                  type="button"
                  class="btn small"
                  aria-label={t("twins.phone.change_pair", { one: one.text, other: other.text })}
                  onClick={() => change(pair)}
                >
                  {t("twins.phone.change")}
                </button>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
