/** Make a finding of a card: which factors it is about, and whether it helps or hinders. */

import { useState } from "preact/hooks";
import { FactorOptions } from "../../../../shared/web/front/factorOptions";
import type { Card } from "../../../../shared/web/front/records";
import type { App } from "../app";
import { useApp } from "../view";
import { Dialog } from "../views/Dialog";

const MOST_STATEMENT = 140;
const MOST_FACTORS = 3;
const SIGNS = ["+", "-"] as const;

/** Whether a card was tagged with the first of two words, in whatever language: "advantage" before "obstacle". */
export function helps({ board }: App, card: Card): boolean {
  const offered = (board.get("activity", card.activity)?.settings.tags ?? {}) as Record<string, string[]>;
  return Object.entries(offered).some(([name, words]) => words.length === 2 && card.tags[name] === words[0]);
}

export function Promote({ card }: { card: Card }) {
  const app = useApp();
  const { t } = app;
  const [statement, setStatement] = useState(card.text.replace(/\s+/g, " ").slice(0, MOST_STATEMENT));
  const [factors, setFactors] = useState<string[]>(Array.from({ length: MOST_FACTORS }, () => ""));
  const [sign, setSign] = useState<string>(helps(app, card) ? "+" : "-");
  const close = () => {
    app.promoting.value = null;
  };
  const save = async () => {
    const codes = [...new Set(factors.filter(Boolean))];
    if (await app.act("finding.promote", { card: card.id, factors: codes, sign, statement }, t("findings.console.made"))) close();
  };
  return (
    <Dialog
      title={t("findings.console.promote_title")}
      close={close}
      save={{ label: t("findings.console.save"), act: () => void save() }}
    >
      {factors.map((chosen, n) => (
        <label class="fld" key={n}>
          <span>{t("findings.console.factor", { n: n + 1 })}</span>
          <select
            class="in"
            data-first={n === 0 || undefined}
            required={n === 0}
            value={chosen}
            onChange={(event) => setFactors(factors.map((code, i) => (i === n ? event.currentTarget.value : code)))}
          >
            <option value="">{t("findings.console.no_factor")}</option>
            <FactorOptions t={t} />
          </select>
        </label>
      ))}
      <fieldset class="c-choice">
        <legend>{t("findings.console.sign")}</legend>
        {SIGNS.map((value) => (
          <label key={value} class={value === sign ? "on" : ""}>
            <input type="radio" name="sign" checked={value === sign} onChange={() => setSign(value)} />
            <span>
              {value === "+" ? "+" : "−"} {t(`findings.console.sign.${value}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <label class="fld">
        <span>{t("findings.console.statement")}</span>
        <input
          class="in"
          required
          maxLength={MOST_STATEMENT}
          value={statement}
          onInput={(event) => setStatement(event.currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}
