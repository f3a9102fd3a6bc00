/** A short field that is kept when it is left; what the server refuses, or what is no number, goes back to what it was. */

import { onEnter } from "../view";

interface Props {
  label: string;
  value: string;
  /** Whole numbers only; people may write 10 000. */
  numeric?: boolean;
  /** Shows no label: what stands beside it says the same. */
  bare?: boolean;
  placeholder?: string;
  /** The longest text that fits. */
  characters?: number;
  keep(text: string): Promise<unknown>;
}

export function Field({ label, value, numeric = false, bare = false, placeholder, characters = 16, keep }: Props) {
  const leave = async (box: HTMLInputElement) => {
    const text = numeric ? box.value.replace(/[\s.,']/g, "") : box.value.trim();
    if (text === value || (numeric && !/^\d*$/.test(text))) box.value = value;
    else if (!(await keep(text))) box.value = value;
  };
  return (
    <label class="c-field">
      <span class={bare ? "vh" : ""}>{label}</span>
      <input
        class="in num"
        key={value}
        defaultValue={value}
        inputMode={numeric ? "numeric" : "text"}
        maxLength={characters}
        placeholder={placeholder ?? ""}
        onBlur={(event) => void leave(event.currentTarget)}
        onKeyDown={onEnter(() => (document.activeElement as HTMLElement | null)?.blur())}
      />
    </label>
  );
}
