/** Who sorts: all phones, the facilitator to the room's call, each phone a few cards, or everybody by themselves. It may change while people sort. */

import { useState } from "preact/hooks";
import type { Activity } from "../../../../../shared/web/front/records";
import { useApp } from "../../view";
import { Menu } from "../../views/Menu";

const WAYS = ["all", "facilitator", "shares", "own"] as const;
const FEWEST_PILES = 2;

export function Hands({ step, groups }: { step: Activity; groups: number }) {
  const app = useApp();
  const { t } = app;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const now = String(step.settings.hands);
  const set = (hands: (typeof WAYS)[number]) => {
    const waits = hands === "shares" && groups < FEWEST_PILES;
    const done = t(waits ? "cluster.console.hands_wait" : `cluster.console.hands_${hands}_done`);
    void app.act("activity.edit", { activity: step.id, settings: { hands } }, done);
  };
  const items = WAYS.map((hands) => ({
    label: (
      <span>
        {hands === now ? "✓ " : ""}
        {t(`cluster.console.hands_${hands}`)}
        <small>{t(`cluster.console.hands_${hands}_hint`)}</small>
      </span>
    ),
    act: () => set(hands),
  }));
  return (
    <>
      <button type="button" class="btn small" aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t(`cluster.console.hands_${now}`)} <span aria-hidden="true">▾</span>
      </button>
      {anchor && <Menu anchor={anchor} label={t("cluster.console.hands")} items={items} close={() => setAnchor(null)} />}
    </>
  );
}
