/** Words in five sizes, in their order, one behind the other: nothing overlaps, nothing is turned. */

import type { ComponentChildren } from "preact";
import type { CloudWord } from "./results/poll";

interface Props {
  words: readonly CloudWord[];
  /** How many wrote a word, for those who hear it. */
  said(n: number): string;
  /** What stands behind a word, such as a key that hides it. */
  tool?(text: string): ComponentChildren;
}

export function Cloud({ words, said, tool }: Props) {
  return (
    <ul class="cloud">
      {words.map(({ text, n, size }) => (
        <li key={text} class={`s${size}`}>
          <bdi>{text}</bdi>
          <span class="vh"> {said(n)}</span>
          {tool?.(text)}
        </li>
      ))}
    </ul>
  );
}
