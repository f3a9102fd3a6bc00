import type { Option } from "../../../../shared/web/front/select";
import type { DotsPaper } from "../../paper";
import { useApp } from "../../view";
import { Sheet } from "../../views/Sheet";
import { DotMarks } from "./Row";

interface Props {
  wish: Option;
  /** The options that have dots now. */
  options: Option[];
  paper: DotsPaper;
  move(from: Option): void;
  close(): void;
}

/** No dot is left: one tap takes one from another option. No dead end. */
export function MoveSheet({ wish, options, paper, move, close }: Props) {
  const { t } = useApp();
  return (
    <Sheet title={t("dots.phone.take_from")} close={close}>
      <p class="hint">
        {t("dots.phone.give_to")} <b class="tx">{wish.title}</b>
      </p>
      <div class="stack">
        {options.map((option) => (
          <button
            type="button"
            key={option.id}
            class="choice"
            onClick={() => {
              move(option);
              close();
            }}
          >
            <span class="dotset" aria-hidden="true">
              <DotMarks n={paper[option.id] ?? 0} />
            </span>
            <span class="tx name">{option.title}</span>
          </button>
        ))}
        <button type="button" class="btn quiet" onClick={close}>
          {t("phone.leave_as_is")}
        </button>
      </div>
    </Sheet>
  );
}
