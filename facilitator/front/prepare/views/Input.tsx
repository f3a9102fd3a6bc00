/** A field that saves as typed: what is typed stands until the desk has it, and a refusal stands at its field. */

import type { ComponentChildren, JSX } from "preact";
import type { Act, Typed } from "../fields";
import { usePrepare } from "../view";

interface Props {
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What the board has. */
  value: string | boolean;
  /** The act that sends what was typed; null where it cannot be sent, which `wrong` explains. */
  act(typed: string | boolean): Act | null;
  wrong?: string;
  disabled?: boolean;
  children(field: Bound): JSX.Element;
  /** The label stands beside its box, as that of a tick does. */
  beside?: boolean;
}

export interface Bound {
  id: string;
  value: string | boolean;
  disabled: boolean;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
  /** Typed: it is sent once the typing rests. */
  typed(value: string | boolean): void;
  /** Chosen: it is sent at once. */
  chosen(value: string | boolean): void;
  left(): void;
}

export function Input({ id, label, hint, value, act, wrong = "", disabled = false, children, beside = false }: Props) {
  const app = usePrepare();
  const { fields, t } = app;
  const known: Typed | undefined = fields.of(id);
  const bad = known?.state === "wrong" || known?.state === "refused";
  const take = (rest?: number) => (next: string | boolean) => {
    if (next === value && known?.state !== "sending") fields.drop(id);
    else fields.type(id, next, act(next), wrong, rest);
  };
  const described = [hint ? `${id}-hint` : "", bad ? `${id}-bad` : ""].filter(Boolean).join(" ");
  const box = children({
    id,
    value: known?.value ?? value,
    disabled,
    "aria-invalid": bad,
    "aria-describedby": described || undefined,
    typed: take(),
    chosen: take(0),
    left: () => fields.flush(id),
  });
  return (
    <div class={beside ? "fld beside" : "fld"}>
      {beside && box}
      <label for={id}>{label}</label>
      {!beside && box}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {bad && (
        <p class="hint warn" id={`${id}-bad`} role="alert">
          {known.message}{" "}
          <button type="button" class="linklike" onClick={() => fields.drop(id)}>
            {t("prepare.put_back")}
          </button>
        </p>
      )}
      {known?.state === "unsent" && <p class="hint warn">{t("prepare.unsent")}</p>}
    </div>
  );
}
