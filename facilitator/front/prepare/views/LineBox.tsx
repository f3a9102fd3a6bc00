import type { JSX } from "preact";
import type { Bound } from "./Input";

/** A box of one line, bound to its field. */
export function LineBox({ box, ...more }: { box: Bound } & JSX.IntrinsicElements["input"]) {
  const { typed, chosen: _, left, value, ...rest } = box;
  return <input {...rest} {...more} value={String(value)} onInput={(event) => typed(event.currentTarget.value)} onBlur={left} />;
}
