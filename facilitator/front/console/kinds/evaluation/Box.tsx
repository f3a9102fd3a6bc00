/** One box whose words are kept when it is left; what the server refuses stays in it. */

import { useState } from "preact/hooks";

interface Props {
  label: string;
  value: string;
  most: number;
  /** Takes the typed words; answers whether they were taken. */
  keep(words: string): Promise<boolean>;
  /** What stands in the empty box; the label is only heard. */
  hint?: string;
  date?: boolean;
  numeric?: boolean;
  /** Whether these words can be kept at all. */
  fits?(words: string): boolean;
}

export function Box({ label, value, most, keep, hint = "", date = false, numeric = false, fits }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && fits !== undefined && !fits(typed);
  const leave = async () => {
    if (typed === null || wrong) return;
    if (typed.trim() === value || (await keep(typed.trim()))) setTyped(null);
  };
  const shared = {
    class: "in",
    "aria-label": label,
    "aria-invalid": wrong,
    value: typed ?? value,
    onInput: (event: Event) => setTyped((event.currentTarget as HTMLInputElement).value),
    onBlur: () => void leave(),
  };
  if (date) return <input {...shared} type="date" />;
  return <input {...shared} maxLength={most} placeholder={hint} inputMode={numeric ? "decimal" : "text"} />;
}
