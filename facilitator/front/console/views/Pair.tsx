/** Two cards that may say the same, with a key to put them together and one to leave them apart. */

import type { Card } from "../../../../shared/web/front/records";
import { short } from "../acts";
import type { App } from "../app";
import { useApp } from "../view";

interface Props {
  /** Ids of cards that both hang. */
  one: string;
  other: string;
  /** Why they stand here. */
  hint: string;
}

export function Pair({ one: first, other: second, hint }: Props) {
  const app = useApp();
  const { t, board } = app;
  const [one, other] = [board.get("card", first) as Card, board.get("card", second) as Card];
  const both = { one: short(one.text), other: short(other.text) };
  const stack = () =>
    void app.act("card.merge", { card: other.id, into: one.id }, t("console.twins.stacked", { card: short(one.text) }));
  const apart = () => void app.act("card.tell_apart", { card: one.id, other: other.id }, t("console.twins.is_apart"));
  return (
    <li class="c-twin">
      <p class="card white tx">{one.text}</p>
      <p class="card white tx">{other.text}</p>
      <p class="hint">{hint}</p>
      <div class="acts">
        <button type="button" class="btn" aria-label={t("console.twins.stack_both", both)} onClick={stack}>
          {t("console.twins.stack")}
        </button>
        <button type="button" class="btn" aria-label={t("console.twins.apart_both", both)} onClick={apart}>
          {t("console.twins.apart")}
        </button>
      </div>
    </li>
  );
}

/** Both cards still hang, and nobody has said that they are not the same. */
export function stands({ board }: App, one: string, other: string): boolean {
  const hangs = (id: string) => {
    const card = board.get("card", id);
    return card !== undefined && (card.state ?? "shown") === "shown" && !card.merged_into;
  };
  const apart = board.get("card", one)?.unlike?.includes(other) || board.get("card", other)?.unlike?.includes(one);
  return hangs(one) && hangs(other) && !apart;
}
